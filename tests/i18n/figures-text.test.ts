import { afterEach, describe, expect, test } from "vitest";
import { i18n } from "#i18n";
import { countedText, lengthText, movedText, movedTimeText, shareText } from "../../lib/i18n/figures-text.ts";
import { loadTexts, speakIn } from "../../lib/i18n/spoken.ts";
import { fetchTexts } from "../support/language.ts";

const share = (part: number, of: number) => ({ part, of, share: of < 10 ? null : part / of });
const hour = 3_600_000;
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, "");

afterEach(() => speakIn(null));

describe("a share is said", () => {
  test.each([
    [share(61, 100), "61%", "61% (61 of 100)"],
    [share(3, 4), "3 of 4", "3 of 4"],
    [share(0, 0), "0 of 0", "no posts"],
    [share(1234, 2468), "50%", "50% (1,234 of 2,468)"],
  ])("%j as %s", (of, short, long) => {
    expect(plain(shareText(of))).toBe(short);
    expect(plain(countedText(of))).toBe(long);
  });
});

describe("how it moved is said", () => {
  test.each([
    [share(61, 100), share(53, 100), "61% answered, up 8."],
    [share(53, 100), share(61, 100), "53% answered, down 8."],
    [share(614, 1000), share(606, 1000), "61% answered, as before."],
    [share(61, 100), share(3, 4), "61% answered."],
    [share(61, 100), undefined, "61% answered."],
  ])("%j after %j", (now, before, text) => {
    expect(plain(movedText(`${plain(shareText(now))} answered`, now, before))).toBe(text);
  });

  test.each([
    [hour, 2 * hour, "Half within, 1 h 00 sooner than before."],
    [2 * hour, hour, "Half within, 1 h 00 later than before."],
    [hour, hour + 20_000, "Half within, as before."],
    [hour, null, "Half within."],
  ])("%d ms after %d ms", (now, before, text) => {
    expect(plain(movedTimeText("Half within", now, before))).toBe(text);
  });
});

test("lengths of more than two days are said in days", () => {
  expect([47 * hour, 50 * hour, 24 * 26 * hour].map((ms) => plain(lengthText(ms)))).toEqual(["47 h 00", "2 days", "26 days"]);
});

test.each([
  ["nb", "61 % besvart innen to timer, opp 8."],
  ["he", "61% נענו בתוך שעתיים, עלייה של 8."],
  ["id", "61% dijawab dalam dua jam, naik 8."],
  ["vi", "61% được trả lời trong hai giờ, tăng 8."],
  ["zh-TW", "兩小時內回覆 61%，上升 8 個百分點。"],
] as const)("%s has its own sentence", async (language, text) => {
  await speakIn(language, (wanted) => loadTexts(wanted, fetchTexts));
  const [now, before] = [share(61, 100), share(53, 100)];
  const said = movedText(i18n.t("figures.said.within2h", { share: shareText(now) }), now, before);
  expect(plain(said).replace(/[\u00a0\u200e\u200f]/g, (sign) => (sign === "\u00a0" ? " " : ""))).toBe(text);
});
