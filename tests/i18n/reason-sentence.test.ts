import { describe, expect, test } from "vitest";
import { reasonSentence } from "../../lib/i18n/reason-sentence.ts";
import { topicOf, topics } from "../../lib/i18n/topics.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { PostKind, Reason } from "../../lib/schema/triage.ts";
import { angry, at, corrected, mention, sam } from "../components/samples.ts";

const post = (
  excerpt: string,
  kind: PostKind,
  codes: readonly (readonly [Reason["code"], number | null])[] = [],
  rest: Partial<Mention> = {},
) => {
  const one = mention({ excerpt, ...rest });
  const reasons = codes.map(([code, value]) => ({ code, value, words: ["secretcue", "?"] }));
  return reasonSentence({ ...one, triage: { ...one.triage, kind, reasons } });
};

describe("the sentence", () => {
  test("is in everyday words: what is asked, that nobody answered, who saw it", () => {
    expect(reasonSentence(mention())).toBe("Asks for help with pairing · no answer yet · seen by about 2,000");
  });
  test.each<[string, PostKind, string]>([
    ["Does the Acme charger come in blue? What does it cost?", "question", "Asks about the battery"],
    ["Is there an Acme near the station?", "question", "Asks a question"],
    ["My Acme parcel never came", "complaint", "Complains about an order"],
    ["Acme, no", "complaint", "Complains"],
    ["Love the sound of these Acme buds", "praise", "Says something kind about the sound"],
    ["My lawyer will write to Acme about this app", "threat", "Sounds like a threat"],
    ["Saw an Acme van today", "other", "Mentions the brand"],
  ])("%s", (text, kind, sentence) => {
    expect(post(text, kind)).toBe(sentence);
  });
  test("says that a post was added by hand", () => {
    expect(reasonSentence(mention({ byHand: true }), 2)).toBe("Asks for help with pairing · added by hand");
  });
  test("gives no score, no cue word and no quoted word", () => {
    const sentence = post("Why does my Acme app crash?", "question", [
      ["question", 0.7],
      ["technical", 0.41],
      ["anger", 0.83],
      ["urgent", 0.6],
      ["unanswered", null],
      ["reach", 2134],
      ["unsure", 0.2],
      ["rules_only", null],
    ]);
    expect(sentence).toBe("Asks about the app · sounds angry · sounds urgent · no answer yet");
    expect(sentence).not.toMatch(/secretcue|“|0\.\d/);
  });
  test("says how long it waits where the site shows no count of answers, and neither once it is answered", () => {
    const reach = ["reach", 50_000] as const;
    expect(post("Acme?", "question", [["waiting", 95], reach])).toBe("Asks a question · waiting for 1 h 35 · seen by about 50,000");
    expect(post("Acme?", "question", [["unanswered", 0], reach], { status: "answered" })).toBe("Asks a question · seen by about 50,000");
  });
  test("what people said counts before what was scored", () => {
    const calmed = mention({ triage: { ...angry, anger: 0 }, overrules: [{ ...by, field: "anger", value: 0, was: 0.83 }] });
    expect(reasonSentence(calmed)).not.toContain("angry");
    expect(reasonSentence(mention({ ...corrected }))).toContain("sounds urgent");
    const seen = mention({ overrules: [{ ...by, field: "reach", value: 4, was: 2 }] });
    expect(reasonSentence(seen)).toBe("Asks for help with pairing · no answer yet · over 100,000 readers");
  });
});

const by = { by: { id: sam.id, name: sam.name }, at: at(-3) };

describe("the topic of a post", () => {
  test.each([
    ["How do I pair with a second phone?", "pairing"],
    ["The battery drains since the update", "battery"],
    ["Since the update the battery drains", "update"],
    ["האוזניות לא מתחברות אחרי העדכון", "connection"],
    ["מה עם הסוללה של המטען", "battery"],
    ["耳機一直配對失敗", "pairing"],
    ["Tai nghe không kết nối được", "connection"],
    ["Hvor lenge varer batteriet?", "battery"],
    ["Kenapa baterai cepat habis?", "battery"],
    ["I was charged twice, refund me", "refund"],
    ["It won’t charge", "battery"],
  ])("%s", (text, topic) => {
    expect(topicOf(text)).toBe(topic);
  });
  test.each([
    "I love Paris and the appetite of its cats",
    "They charge me for nothing",
    "Ask @battery or see https://app.example/pairing",
    "Sản phẩm được đánh giá tốt",
    "The capital is reorganised",
    "",
  ])("none in: %s", (text) => {
    expect(topicOf(text)).toBeNull();
  });
  test("is found in a long text of nothing but spaces and letters in no time", () => {
    const startMs = performance.now();
    topicOf(`${"charged ".repeat(2000)}${" ".repeat(20_000)}${"a'".repeat(5000)}`);
    expect(performance.now() - startMs).toBeLessThan(500);
    expect(new Set(topics).size).toBe(topics.length);
  });
});
