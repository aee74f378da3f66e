// @vitest-environment node
import { describe, expect, test } from "vitest";
import { hazards, noises, postKinds } from "../../lib/schema/triage.ts";
import behaviour from "../../scripts/triage-model/behaviour/posts.json" with { type: "json" };
import { writtenLanguages, writtenPosts } from "../../scripts/triage-model/written.ts";

/** What is left of a post when digits, marks and spaces are gone. */
const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/https?:\S+/gu, "")
    .replace(/[^\p{L}]+/gu, "");

/** Five words or, where words have no spaces, eight characters in a row. */
function pieces(text: string): string[] {
  const bareText = bare(text);
  const words = text.toLowerCase().match(/[\p{L}]+/gu) ?? [];
  if (/\p{sc=Han}/u.test(text)) return Array.from({ length: Math.max(0, bareText.length - 7) }, (_, at) => bareText.slice(at, at + 8));
  return Array.from({ length: Math.max(0, words.length - 4) }, (_, at) => words.slice(at, at + 5).join(" "));
}

describe.each(writtenLanguages)("the posts written in %s", (lang) => {
  const posts = writtenPosts(lang);

  test("are by four hands, with labels of the lists", () => {
    expect(new Set(posts.map(({ hand }) => hand))).toEqual(new Set([1, 2, 3, 4]));
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

  test("are none of those by which behaviour is judged, nor nearly", () => {
    const learnt = new Set(posts.flatMap(({ text }) => pieces(text)));
    const known = Object.values(behaviour[lang])
      .flat()
      .filter((text) => {
        const own = pieces(text.replace(/acme|אקמי/giu, ""));
        return own.length > 3 && own.filter((piece) => learnt.has(piece)).length > 0.5 * own.length;
      });
    expect(known).toEqual([]);
  });
});
