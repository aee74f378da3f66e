import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { Triage } from "../../lib/schema/triage.ts";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import { type TriageSettings, weightNames } from "../../lib/schema/triage-settings.ts";
import { readTriageModel } from "../../lib/triage/model/asset.ts";
import { ownWordProblem } from "../../lib/triage/own-words.ts";
import { type TriageInput, triage } from "../../lib/triage/triage.ts";

const model = readTriageModel(readFileSync("assets/public/triage/model.bin"));
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
  ["Left bud shows error 0x80070057 since firmware 2.1.7", "en", "negative", "complaint", "second_line"],
  ["Love my new Acme earbuds, thank you so much!", "en", "positive", "praise", "community"],
  ["How do I pair the earbuds with two phones?", "en", "neutral", "question", "community"],
  ["could you please send me a new charger", "en", "neutral", "request", "community"],
  ["Thanks for nothing", "en", "negative", "complaint", "community"],
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
  ["Laderen er ødelagt og dere svarer ikke, veldig skuffet", "nb", "negative", "complaint", "first_line"],
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
    expect(score("hello", { followers: 40_000 }).reach).toBe(2);
    expect(score("hello", { followers: 40_000, counts: { ...counts, views: 50 } }).reach).toBe(0);
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

describe("what a workspace sets", () => {
  const usual = defaultTriageSettings;
  const scored = (text: string, change: Partial<TriageSettings>) =>
    triage({ text, lang: "en", counts, verified: null, postedAt: null }, noon, { ...usual, ...change }, model);
  const marks = (anger: number, technical: number, threat = 0.5) => ({
    thresholds: {
      danger: defaultTriageSettings.thresholds.danger,
      anger: { value: anger, least: 0.35, most: 0.95 },
      technical: { value: technical, least: 0.35, most: 0.95 },
      threat: { value: threat, least: 0.35, most: 0.95 },
    },
  });

  test("the thresholds decide the route", () => {
    expect(scored("I am furious", marks(0.95, 0.95)).route).toBe("community");
    expect(scored("I am furious", marks(0.6, 0.95)).route).toBe("first_line");
    expect(scored("error after the firmware update", marks(0.95, 0.95)).route).toBe("community");
    expect(scored("error after the firmware update", marks(0.95, 0.6)).route).toBe("second_line");
    const { threat } = score("I will call my lawyer and sue you");
    expect(scored("I will call my lawyer and sue you", marks(0.95, 0.95, Math.min(0.95, threat))).kind).toBe("threat");
  });

  test("own words count on top, name themselves, and are turned by a not", () => {
    const words = { urgency: ["recall notice"], technical: ["widget bus"], anger: ["acme gate"] };
    const plain = score("They sent a recall notice", { lang: "en" });
    expect(scored("They sent a recall notice", { words }).urgency).toBeGreaterThan(plain.urgency + 0.4);
    expect(scored("They sent a recall notice", { words }).reasons).toContainEqual(
      expect.objectContaining({ code: "urgent", words: expect.arrayContaining(["recall notice"]) }),
    );
    expect(scored("not a recall notice", { words }).urgency).toBeLessThan(0.3);
    expect(scored("the Widget  Bus again", { words }).route).toBe("second_line");
    expect(scored("what an acme gate", { words }).route).toBe("first_line");
    expect(scored("the widget and the bus", { words }).technical).toBe(score("the widget and the bus").technical);
  });

  test.each([
    ["he", "קיבלתי את החזרת יצרן הבוקר", "החזרת יצרן"],
    ["he", "וההחזרה הגיעה", "ההחזרה"],
    ["zh", "今天收到召回通知", "召回"],
    ["vi", "tôi nhận thông báo thu hồi", "thu hồi"],
    ["nb", "jeg fikk tilbakekalling i dag", "tilbakekalling"],
    ["id", "ada penarikan produk", "penarikan produk"],
  ])("own words are met in %s: %s", (_lang, text, word) => {
    const words = { urgency: [word], technical: [], anger: [] };
    const before = triage({ text, lang: null, counts, verified: null, postedAt: null }, noon, usual, model).urgency;
    const after = triage({ text, lang: null, counts, verified: null, postedAt: null }, noon, { ...usual, words }, model).urgency;
    expect(after).toBeGreaterThan(before + 0.2);
  });

  test("a word that no post can hold is told", () => {
    expect(["recall", "two words", "🔥", "召回通知"].map(ownWordProblem)).toEqual([null, null, null, null]);
    expect(["!!!", "...", "@acme", "https://acme.example"].map(ownWordProblem)).toEqual(Array(4).fill("no_word"));
    expect(ownWordProblem("one two three four five six seven")).toBe("too_long");
  });

  test("the weights make the priority", () => {
    const none = Object.fromEntries(weightNames.map((name) => [name, 0])) as TriageSettings["weights"];
    const text = "Third time I call about my refund today. You are thieves!!! 😡";
    expect(scored(text, { weights: none }).priority).toBe(0);
    expect(scored(text, { weights: { ...none, anger: 0.5 } }).priority).toBe(Math.round(50 * scored(text, {}).anger));
    expect(scored(text, { weights: { ...none, complaint: 1 } }).priority).toBe(Math.round(100 * scored(text, {}).complaint));
  });
});

test("urgency rises with anger and with age", () => {
  const posted = (postedAt: string) => score("How do I pair these with the phone?", { postedAt }).urgency;
  expect(posted("2026-03-02T10:00:00Z")).toBeGreaterThan(posted("2026-03-02T11:59:00Z"));
  expect(score("Liars! You robbed me, I am furious!").urgency).toBeGreaterThanOrEqual(0.2);
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
