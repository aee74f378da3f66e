// @vitest-environment node
import { describe, expect, test } from "vitest";
import { hazards, noises, postKinds } from "../../lib/schema/triage.ts";
import { writtenLanguages, writtenPosts } from "../../scripts/triage-model/written.ts";

/** What is left of a post when digits, marks and spaces are gone. */
const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/https?:\S+/gu, "")
    .replace(/[^\p{L}]+/gu, "");

describe.each(writtenLanguages)("the posts written in %s", (lang) => {
  const posts = writtenPosts(lang);

  test("are by three hands, with labels of the lists", () => {
    expect(new Set(posts.map(({ hand }) => hand))).toEqual(new Set([1, 2, 3]));
    const wrong = posts.filter(
      ({ text, needs, kind, mood, anger, hazard, noise }) =>
        text.trim() === "" ||
        ![0, 1, 2].includes(needs) ||
        ![0, 1, 2, 3].includes(anger) ||
        !["negative", "neutral", "positive"].includes(mood) ||
        !(postKinds as readonly string[]).includes(kind) ||
        !(hazards as readonly string[]).includes(hazard) ||
        !(noises as readonly string[]).includes(noise),
    );
    expect(wrong).toEqual([]);
  });

  test("repeat nothing, and contradict neither themselves nor each other", () => {
    const seen = new Map<string, string>();
    const repeated = posts.filter(({ text }) => {
      const key = bare(text);
      const isKnown = key.length > 8 && seen.has(key);
      seen.set(key, text);
      return isKnown;
    });
    expect(repeated.map(({ text }) => text)).toEqual([]);
    const danger = new Set(["safety", "self_harm", "violence", "fraud"]);
    const odd = posts.filter(
      ({ hazard, noise, anger, mood, kind }) =>
        (danger.has(hazard) && ["ad", "giveaway", "job", "news"].includes(noise)) ||
        (anger === 3 && mood === "positive") ||
        (kind === "praise" && anger >= 2),
    );
    expect(odd.map(({ text }) => text)).toEqual([]);
  });
});
