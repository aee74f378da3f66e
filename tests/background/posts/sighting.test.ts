// @vitest-environment node
import { expect, it } from "vitest";
import { sightingOf } from "../../../lib/background/posts/sighting.ts";
import type { Hit } from "../../../lib/schema/keywords.ts";
import { maxExcerpt } from "../../../lib/schema/post.ts";
import { defaultTriageSettings } from "../../../lib/schema/triage-defaults.ts";
import { noonMs, post } from "../../support/samples.ts";

const text = `My Acme earbuds will not pair. ${"They were fine. ".repeat(40)}`;
const hit: Hit = { entryId: "acme", label: "Acme", start: 3, end: 7, form: "exact", context: ["earbuds"] };
const sighting = sightingOf(post("1", { text }), [hit], noonMs, defaultTriageSettings, null);

it("holds what may leave of a post, and no word more", () => {
  expect(sighting.postId).toBe("1");
  expect(sighting.excerpt.length).toBeLessThanOrEqual(maxExcerpt);
  expect(sighting).not.toHaveProperty("text");
  expect(sighting).not.toHaveProperty("promoted");
});

it("names the keyword and what spoke for it among the reasons", () => {
  expect(sighting.hits).toEqual([hit]);
  expect(sighting.triage.reasons).toContainEqual(expect.objectContaining({ code: "keyword", words: ["Acme", "earbuds"] }));
});
