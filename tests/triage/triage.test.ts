import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { Triage } from "../../lib/schema/triage.ts";
import { readModel } from "../../lib/triage/model/asset.ts";
import { defaultTriageSettings } from "../../lib/triage/settings.ts";
import { type TriageInput, triage } from "../../lib/triage/triage.ts";

const model = readModel(readFileSync("assets/public/triage/model.bin"));
const counts = { replies: null, reposts: null, likes: null, views: null };
const noon = Date.parse("2026-03-02T12:00:00Z");

function score(text: string, more: Partial<TriageInput> = {}): Triage {
  return triage({ text, lang: null, counts, verified: null, postedAt: null, ...more }, noon, defaultTriageSettings, model);
}

const words = (result: Triage, code: string) => result.reasons.find((reason) => reason.code === code)?.words;

type Row = readonly [text: string, lang: string, mood: Triage["sentimentLabel"], kind: Triage["kind"], route: Triage["route"]];

const rows: Row[] = [
  ["Third time I call about my refund. You are thieves!!! 😡", "en", "negative", "complaint", "first_line"],
  ["I will call my lawyer and sue you", "en", "negative", "threat", "first_line"],
  ["Left bud shows error 0x80070057 since firmware 2.1.7", "en", "neutral", "complaint", "second_line"],
  ["Love my new Acme earbuds, thank you so much!", "en", "positive", "praise", "community"],
  ["How do I pair the earbuds with two phones?", "en", "neutral", "question", "community"],
  ["could you please send me a new charger", "en", "neutral", "request", "community"],
  ["Thanks for nothing", "en", "negative", "complaint", "first_line"],
  ["The app keeps crashing", "en", "negative", "complaint", "community"],
  ["There are two colours in the box", "en", "neutral", "other", "community"],
  ["Not bad at all, the case is really good", "en", "positive", "praise", "community"],
  ["The sound is not good", "en", "negative", "other", "community"],
  ["Earbuds saya rusak lagi, kecewa banget, pelayanan buruk!", "id", "negative", "complaint", "community"],
  ["Penipu! Brengsek, saya marah banget sama kalian", "id", "negative", "complaint", "first_line"],
  ["Suaranya bagus banget, terima kasih Acme", "id", "positive", "praise", "community"],
  ["Bagaimana cara menyambungkan earbuds ini ke laptop?", "id", "neutral", "question", "community"],
  ["האוזניות שבורות ולא עונים לי, שירות גרוע", "he", "negative", "complaint", "first_line"],
  ["נמאס לי, חבורה של גנבים ושקרנים!!", "he", "negative", "complaint", "first_line"],
  ["האוזניות מעולות, תודה רבה", "he", "positive", "praise", "community"],
  ["איך אפשר לחבר את האוזניות למחשב?", "he", "neutral", "question", "community"],
  ["耳機壞了，客服都不回覆，太差了", "zh", "negative", "complaint", "first_line"],
  ["氣死我了，你們這些騙子！", "zh", "negative", "complaint", "first_line"],
  ["音質很好，非常滿意，推薦給大家", "zh", "positive", "praise", "community"],
  ["請問如何連接電腦？", "zh", "neutral", "question", "community"],
  ["Laderen er ødelagt og dere svarer ikke, veldig skuffet", "nb", "negative", "complaint", "community"],
  ["Jeg er rasende, for en skandale!", "nb", "negative", "complaint", "first_line"],
  ["Tusen takk for god service, jeg er kjempefornøyd", "nb", "positive", "praise", "community"],
  ["Hvordan kobler jeg øreproppene til pc-en?", "nb", "neutral", "question", "community"],
  ["Tai nghe bị hỏng mà không trả lời, thất vọng quá", "vi", "negative", "complaint", "community"],
  ["Đồ lừa đảo, tôi phẫn nộ lắm rồi!", "vi", "negative", "complaint", "first_line"],
  ["Âm thanh tuyệt vời, cảm ơn shop", "vi", "positive", "praise", "community"],
  ["Làm sao để kết nối tai nghe với máy tính?", "vi", "neutral", "question", "community"],
];

test.each(rows)("%s", (text, lang, sentimentLabel, kind, route) => {
  const { lang: foundLang, sentimentLabel: foundLabel, kind: foundKind, route: foundRoute } = score(text);
  expect({ lang: foundLang, sentimentLabel: foundLabel, kind: foundKind, route: foundRoute }).toEqual({
    lang,
    sentimentLabel,
    kind,
    route,
  });
});

test("the reasons name the words that led to the scores", () => {
  const result = score("THIRD TIME no refund, you thieves 😡");
  expect(words(result, "anger")).toEqual(expect.arrayContaining(["THIRD TIME", "thieves", "😡"]));
  expect(words(score("error 0x80070057 after firmware update"), "technical")).toEqual(["error", "firmware", "update", "0x80070057"]);
  expect(words(score("stranded at the gate, urgent"), "urgent")).toEqual(["stranded", "urgent"]);
  expect(words(score("I love it 😍"), "positive")).toEqual(expect.arrayContaining(["love", "😍"]));
});

test("in the word lists emphasis and turns weigh: capitals, exclamation marks, drawn-out letters, boosters, what follows a but", () => {
  const mood = (text: string) => triage({ text, lang: null, counts, verified: null, postedAt: null }, noon).sentiment;
  expect(mood("the sound is good!!!")).toBeGreaterThan(mood("the sound is good"));
  expect(mood("the sound is GOOD")).toBeGreaterThan(mood("the sound is good"));
  expect(mood("the sound is goooood")).toBeGreaterThan(mood("the sound is good"));
  expect(mood("the sound is very good")).toBeGreaterThan(mood("the sound is good"));
  expect(mood("bad case but good sound")).toBeGreaterThan(mood("good sound but bad case"));
  expect(mood("the sound is not good")).toBeLessThan(0);
  expect(mood("not now, good sound")).toBeGreaterThan(0);
});

describe("language", () => {
  test("unknown is unknown, never neutral, and says so", () => {
    for (const text of ["🎧", "zxqv wrtl", "", "12345", "привіт усім"]) {
      const result = score(text);
      expect([result.lang, result.sentimentLabel]).toEqual(["unknown", "unknown"]);
      expect(result.reasons.map((reason) => reason.code)).toEqual(["unknown_language"]);
    }
  });

  test("a language that is known but not scored is not neutral either", () => {
    const result = score("laddaren ligger i lådan och det är inte min");
    expect([result.lang, result.sentimentLabel]).toEqual(["sv", "unknown"]);
  });

  test("emoji speak in every language", () => {
    expect(score("zxqv 😡🤬")).toMatchObject({ lang: "unknown", sentimentLabel: "negative", route: "first_line" });
  });

  test("script comes before what the site declares, words before it too, and it decides where both are silent", () => {
    expect(score("האוזניות של Acme Buds Pro", { lang: "en" }).lang).toBe("he");
    expect(score("what is the best way to pair these with my phone", { lang: "de" }).lang).toBe("en");
    expect(score("Acme Buds", { lang: "in" }).lang).toBe("id");
    expect(score("привет", { lang: "ru" }).lang).toBe("ru");
    expect(score("アクメのイヤホン").lang).toBe("ja");
  });

  test("English among the words of another language is read", () => {
    expect(score("這個 firmware bug 很 annoying").sentimentLabel).toBe("negative");
  });
});

describe("reach, waiting, priority", () => {
  test("the bucket comes from views, else is guessed from likes, reposts and replies", () => {
    const reach = (more: Partial<TriageInput["counts"]>, verified: boolean | null = null) =>
      score("hello", { counts: { ...counts, ...more }, verified }).reach;
    expect([0, 99, 100, 999, 1000, 10_000, 100_000].map((views) => reach({ views }))).toEqual([0, 0, 1, 1, 2, 3, 4]);
    expect(reach({})).toBe(0);
    expect(reach({}, true)).toBe(1);
    expect(reach({ likes: 30 })).toBe(2);
    expect(reach({ views: 50, likes: 30 })).toBe(0);
  });

  test("waiting raises the priority and is said; a wrong or future time is no waiting", () => {
    const posted = (postedAt: string) => score("How do I pair these with the phone?", { postedAt });
    expect(posted("2026-03-02T10:30:00Z").priority).toBeGreaterThan(posted("2026-03-02T11:59:00Z").priority);
    expect(posted("2026-03-02T10:30:00Z").reasons).toContainEqual({ code: "waiting", words: [], value: 90 });
    for (const time of ["2026-03-03T12:00:00Z", "nonsense"]) expect(words(posted(time), "waiting")).toBeUndefined();
  });

  test("angry before asking before praising; a wide reach before a small one", () => {
    const [angry, asking, praising] = ["Liars! You robbed me, I am furious!", "How do I pair these?", "I love my earbuds"].map(
      (text) => score(text).priority,
    );
    expect(angry).toBeGreaterThan(asking ?? 0);
    expect(asking).toBeGreaterThan(praising ?? 0);
    expect(score("hello", { counts: { ...counts, views: 200_000 } }).priority).toBeGreaterThan(score("hello").priority);
  });
});

test("the thresholds are the workspace's", () => {
  const post = { text: "I am furious", lang: "en", counts, verified: null, postedAt: null };
  expect(triage(post, noon, { angerThreshold: 1, technicalThreshold: 1 }).route).toBe("community");
  expect(triage({ ...post, text: "the app" }, noon, { angerThreshold: 1, technicalThreshold: 0.1 }).route).toBe("second_line");
});

test.each([
  ["empty", ""],
  ["emoji only", "😡".repeat(500)],
  ["ten thousand characters", "I hate this!! ".repeat(800)],
  ["one long word", "a".repeat(50_000)],
  ["a run of signs", "@".repeat(10_000)],
  ["mixed languages", "Acme ממש great 很好 tuyệt vời men dårlig"],
  ["lone surrogates and control characters", "\ud800 \udc00 \u0000 \u202e bad"],
  ["marks", `a${"\u0301".repeat(9000)}`],
])("a valid result for anything: %s", (_name, text) => {
  expect(v.is(Triage, score(text))).toBe(true);
});
