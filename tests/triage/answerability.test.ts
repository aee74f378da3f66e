import { expect, test } from "vitest";
import { answerabilityOf } from "../../lib/triage/answerability.ts";
import { judgement, scores } from "./findings.ts";

test("where no head reads it, who asks may wait, and what cannot be told may too", () => {
  expect(answerabilityOf(scores(), null)).toEqual({ value: 0.5, noise: null, words: [] });
  expect(answerabilityOf(scores({ question: 0.8 }), null).value).toBeCloseTo(0.9);
});

test("who clearly complains is heard a little, whatever the head says", () => {
  expect(answerabilityOf(scores(), judgement({ waits: 0.05 })).value).toBe(0.05);
  expect(answerabilityOf(scores({ complaint: 1 }), judgement({ waits: 0.05 })).value).toBeCloseTo(0.35);
  expect(answerabilityOf(scores({ complaint: 0.9 }), judgement({ waits: 0.05 })).value).toBe(0.05);
});

test("what looks a little like noise waits a little less, and what does not, more", () => {
  const of = (ad: number) =>
    answerabilityOf(scores(), judgement({ waits: 0.5, noises: { ad, giveaway: 0, job: 0, news: 0, resale: 0, bot: 0 } })).value;
  expect(of(0.4)).toBeGreaterThan(0.5);
  expect(of(0.01)).toBeGreaterThan(of(0.4));
  expect(of(0.5)).toBeLessThanOrEqual(0.2);
});

test("an advert is one however it asks, and says by which words", () => {
  const noises = { ad: 0.7, giveaway: 0.6, job: 0, news: 0, resale: 0, bot: 0 };
  const advert = judgement({ waits: 0.9, noises, telling: { ad: ["shop"] } });
  expect(answerabilityOf(scores({ question: 1 }), advert)).toEqual({ value: 0.2, noise: "ad", words: ["shop"] });
  expect(answerabilityOf(scores({ noise: 0.6 }, ["use code"]), advert).words).toEqual(["use code"]);
});

test("what is hardly an advert stays as it is", () => {
  const noises = { ad: 0.49, giveaway: 0, job: 0, news: 0, resale: 0, bot: 0 };
  const { value, noise } = answerabilityOf(scores(), judgement({ waits: 0.9, noises }));
  expect(value).toBeGreaterThan(0.89);
  expect(noise).toBeNull();
});
