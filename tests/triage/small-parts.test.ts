import { describe, expect, test } from "vitest";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import { isHeated } from "../../lib/triage/heated.ts";
import { ironyIn } from "../../lib/triage/irony.ts";
import { languageOf } from "../../lib/triage/language.ts";
import { Features } from "../../lib/triage/model/features.ts";
import { raised } from "../../lib/triage/raise.ts";
import { reachBucket, readersOf } from "../../lib/triage/reach.ts";
import { type Findings, reasonsOf } from "../../lib/triage/reasons.ts";
import { remembered } from "../../lib/triage/remembered.ts";
import { readTokens } from "../../lib/triage/tokens.ts";
import { triaged } from "../support/samples.ts";
import { scores } from "./findings.ts";

describe("readers", () => {
  const counts = { replies: null, reposts: null, likes: null, views: null };
  test("the site's own count wins, else the largest guess", () => {
    expect(readersOf({ counts: { ...counts, views: 12, likes: 90 }, verified: null })).toBe(12);
    expect(readersOf({ counts: { ...counts, likes: 3, reposts: 2, replies: 1 }, verified: null, followers: 1000 })).toBe(400);
    expect(readersOf({ counts, verified: true })).toBe(100);
    expect(readersOf({ counts, verified: null })).toBe(0);
  });
  test("buckets", () => {
    expect([0, 99, 100, 999, 1000, 10_000, 100_000].map(reachBucket)).toEqual([0, 0, 1, 1, 2, 3, 4]);
  });
});

test("what was worked out is remembered, and forgotten when it grows too much", () => {
  let made = 0;
  const length = remembered((key) => {
    made++;
    return key.length;
  }, 2);
  expect([length("a"), length("a"), length("bb"), made]).toEqual([1, 1, 2, 2]);
  length("ccc");
  length("a");
  expect(made).toBe(4);
});

describe("irony", () => {
  test.each([
    ["Oh great, another outage", ["Oh great"]],
    ["takk for ingenting", ["takk for ingenting"]],
    ["真棒啊", ["真棒啊"]],
    ["This is great", []],
    ["the greatest jobs", []],
  ])("%s", (text, found) => {
    expect(ironyIn(text)).toEqual(found);
  });
});

describe("somebody heated is answered in one's own words, wherever the post waits", () => {
  test.each([
    [{}, false],
    [{ route: "first_line" }, true],
    [{ threat: 0.5 }, true],
    [{ anger: 0.6 }, true],
    [{ technical: 0.6 }, true],
    [{ anger: 0.59, threat: 0.49 }, false],
  ] as const)("%o", (change, heated) => {
    expect(isHeated({ ...triaged, ...change }, defaultTriageSettings)).toBe(heated);
  });
});

test("anger and a long wait press, and the workspace's own words come on top", () => {
  const own = { urgency: { value: 0, words: [] }, technical: { value: 0.6, words: ["modem"] }, anger: { value: 0.6, words: ["rubbish"] } };
  const result = raised(scores({ technical: 0.5 }, ["router"]), own, 0, 1);
  expect(result.anger).toEqual({ value: expect.closeTo(0.6), words: ["rubbish"] });
  expect(result.technical).toEqual({ value: expect.closeTo(0.8), words: ["router", "modem"] });
  expect(result.urgency.value).toBeCloseTo(1 - (1 - 0.25 * 0.6) * 0.8);
});

describe("the language by script, words and what the site says", () => {
  const of = (text: string, declared: string | null = null) => languageOf(text, readTokens(text), declared, null, new Features());
  test.each([
    ["למה אף אחד לא עונה", "he"],
    ["为什么没人接电话", "zh"],
    ["このアプリ", "ja"],
    ["hvorfor er det ingen som svarer", "nb"],
    ["why does nobody answer the phone", "en"],
    ["لماذا لا يرد أحد", "ar"],
    ["почему никто не отвечает", "unknown"],
    ["123 !!!", "unknown"],
  ])("%s: %s", (text, lang) => {
    expect(of(text)).toBe(lang);
  });
  test("the site's word counts where nothing tells", () => {
    expect(of("почему никто не отвечает", "ru-RU")).toBe("ru");
    expect(of("12:30", "nb")).toBe("nb");
    expect(of("למה אף אחד לא עונה", "en")).toBe("he");
  });
});

describe("reasons", () => {
  const mood = { value: 0, known: true, good: ["nice"], bad: ["broken"] };
  const nothing: Findings = {
    ...{
      kind: "other",
      mood,
      label: "neutral",
      scores: scores(),
      readers: 0,
      waitingMinutes: 0,
      replies: null,
      isKnown: true,
      isRulesOnly: false,
    },
    ...{ certainty: 1, irony: [], found: { hazard: "none", danger: 0, words: [] }, answerability: { value: 1, noise: null, words: [] } },
  };
  const codes = (change: Partial<Findings>) => reasonsOf({ ...nothing, ...change }).map(({ code }) => code);
  test("of nothing there is none", () => {
    expect(reasonsOf(nothing)).toEqual([]);
  });
  test("danger stands first, and then nothing is an advert", () => {
    const noise = { value: 0.2, noise: "ad", words: ["sale"] } as const;
    const found = { hazard: "safety", danger: 0.7, words: ["fire"] } as const;
    expect(codes({ answerability: { ...noise, words: ["sale"] } })).toEqual(["ad"]);
    expect(codes({ answerability: { ...noise, words: ["sale"] }, found: { ...found, words: ["fire"] }, kind: "complaint" })).toEqual([
      "safety",
      "complaint",
    ]);
  });
  test("each from where it is worth saying", () => {
    expect(codes({ scores: scores({ anger: 0.49, urgency: 0.54 }) })).toEqual([]);
    expect(codes({ scores: scores({ anger: 0.5, urgency: 0.55, technical: 0.3 }) })).toEqual(["anger", "urgent", "technical"]);
    expect(codes({ mood: { ...mood, value: -0.2 }, label: "negative", replies: 0, waitingMinutes: 60, readers: 1000 })).toEqual([
      ...["negative", "reach", "unanswered", "waiting"],
    ]);
    expect(codes({ mood: { ...mood, value: -0.4 } })).toEqual([]);
    expect(codes({ mood: { ...mood, value: -0.4, bad: [] }, label: "negative" })).toEqual([]);
    expect(codes({ mood: { ...mood, value: 0.8 }, label: "positive", kind: "praise", certainty: 0.3, irony: ["Oh great"] })).toEqual([
      "unsure",
    ]);
    expect(codes({ certainty: 0.44, isKnown: false, isRulesOnly: true })).toEqual(["unknown_language", "unsure", "rules_only"]);
  });
  test("what stands in a longer word or phrase is not said again", () => {
    const [reason] = reasonsOf({ ...nothing, scores: scores({ anger: 0.9 }, ["Could you", "you", "refund", "Refund"]) });
    expect(reason?.words).toEqual(["Could you", "refund"]);
  });
  test("at most eight words, none longer than sixty letters", () => {
    const words = Array.from({ length: 12 }, (_, at) => `${at}${"x".repeat(70)}`);
    const [reason] = reasonsOf({ ...nothing, scores: scores({ anger: 0.9 }, words) });
    expect(reason?.words).toHaveLength(8);
    expect(reason?.words[0]).toHaveLength(60);
  });
});
