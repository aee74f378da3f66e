import { readFileSync } from "node:fs";
import { parseMessagesFile } from "@wxt-dev/i18n/build";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { i18n } from "#i18n";
import { historyText } from "../../lib/i18n/history-text.ts";
import { isolated } from "../../lib/i18n/isolated.ts";
import { commaList, quotedText } from "../../lib/i18n/list-text.ts";
import { markTexts } from "../../lib/i18n/mark-texts.ts";
import { marks } from "../../lib/i18n/mark-words.ts";
import { reasonText } from "../../lib/i18n/mention-text.ts";
import { i18n as pageI18n } from "../../lib/i18n/small-i18n.ts";
import { rawText } from "../../lib/i18n/texts.ts";
import { durationText } from "../../lib/i18n/time-text.ts";
import { messagesIn, speak } from "../support/language.ts";

type Translate = (key: string, ...args: unknown[]) => string;
const translate = i18n.t as unknown as Translate;
const translateOnPage = pageI18n.t as unknown as Translate;
const apart = (text: string) => `\u2068${text}\u2069`;
const messages = await parseMessagesFile("assets/locales/he.yml");
const keyOf = ({ key }: { key: readonly (string | number)[] }) => key.join(".");

describe("in Hebrew", () => {
  let stop = () => {};
  beforeAll(async () => {
    stop = await speak("he");
    const say = await messagesIn("he");
    marks.texts = Object.fromEntries(messages.map(keyOf).map((key) => [key, say(key.replaceAll(".", "_"))]));
  });
  afterAll(() => stop());

  const named = messages.flatMap((message) => {
    const blanks = "namedSubstitutions" in message ? message.namedSubstitutions : [];
    return blanks.length > 0 ? [{ key: keyOf(message), blanks }] : [];
  });
  test("there are sentences with blanks to look at", () => expect(named.length).toBeGreaterThan(80));

  test.each(named)("$key sets apart what fills its blanks", ({ key, blanks }) => {
    const values = Object.fromEntries(blanks.map((blank) => [blank, `Dana (${blank}) 7`]));
    for (const said of [translate(key, values), translateOnPage(key, values)]) {
      for (const blank of blanks) expect(said).toContain(apart(`Dana (${blank}) 7`));
    }
  });

  test.each(messages.filter(({ type }) => type === "plural").map(keyOf))("%s sets its count apart", (key) => {
    const said = translate(key, 12);
    expect(said).toMatch(/12/);
    expect(said).toContain(apart("12"));
  });

  test("a sign that belongs to a blank, or joins two of them, keeps its side", () => {
    const torn = /[@#]\{|\}[:/×-]\{/;
    const whole = readFileSync("assets/locales/he.yml", "utf8").replace(/\\u2066.*?\\u2069/g, "");
    expect(whole.split("\n").filter((line) => torn.test(line))).toEqual([]);
    expect(durationText(83 * 60_000)).toMatch(/^\u2066\u20681\u2069:\u206823\u2069\u2069 /);
  });

  test("each of several quoted words stands apart, also where a number or a name is among them", () => {
    expect(reasonText({ code: "technical", words: ["firmware", "עדכון"], value: null })).toContain(
      `${apart("firmware")}”, “${apart("עדכון")}`,
    );
    // The list runs as the sentence does, whatever its words are.
    expect(commaList(["@acme", "12"])).toBe(`\u200f${apart("@acme")}, ${apart("12")}`);
    expect(quotedText(["THIRD TIME", "had enough"])).toBe(`“${apart(`\u200f${apart("THIRD TIME")}”, “${apart("had enough")}`)}”`);
    expect(historyText({ at: "", who: "Linh", action: "something.new", detail: {} })).toBe(`${apart("Linh")}: ${apart("something.new")}`);
  });
});

describe("in English", () => {
  beforeAll(() => {
    marks.texts = markTexts(rawText);
  });
  test.each([
    ["a name from left to right is left as it is", "Linh", "Linh is answering"],
    ["a Hebrew name is set apart", "טל", `${apart("טל")} is answering`],
    ["an Arabic one too", "ليلى", `${apart("ليلى")} is answering`],
    ["emoji and Chinese are not", "小明 😀", "小明 😀 is answering"],
  ])("%s", (_what, who, said) => {
    expect(i18n.t("state.other", { who })).toBe(said);
    expect(translateOnPage("state.other", { who })).toBe(said);
  });
});

describe("marks in a text of a stranger", () => {
  test.each([
    ["an end without a beginning", "a\u2069\u202eb", "a\u202eb"],
    ["a beginning without an end", "a\u2067b", "ab"],
    ["an end before its beginning", "\u2069a\u2066", "a"],
    ["a sentence of ours within another is kept", `${apart("טל")} כותב`, `${apart("טל")} כותב`],
  ])("%s", (_what, text, within) => expect(isolated(text, true)).toBe(apart(within)));
});
