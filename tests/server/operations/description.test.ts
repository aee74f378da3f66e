import { describe, expect, it } from "vitest";
import { maxExcerpt } from "../../../lib/schema/post.ts";
import { defaultTriageSettings as settings } from "../../../lib/schema/triage-defaults.ts";
import { type Description, isCut, mergeDescriptions, ofRow, ofSighting, score, tellsSame } from "../../../server/operations/description.ts";
import { scoreAnew, scoreFirst } from "../../../server/operations/scoring.ts";
import { mentionRow, rowAt } from "../rows.ts";
import { angry, calm, sighting } from "../support.ts";

const plain = ofSighting(sighting("1"), rowAt);
const with_ = (changed: Partial<Description>): Description => ({ ...plain, ...changed });
const toStaff = { ...calm, route: "first_line", reasons: [{ code: "anger", words: [] }] } as unknown as typeof calm;
const same = <T>(scored: T): T => scored;

describe("a report", () => {
  it("has each label once, and no time of the future", () => {
    const [hit] = sighting("1").hits;
    if (!hit) throw new Error("no hit");
    const hits = [{ ...hit, label: "Zed" }, hit, { ...hit, entryId: "other" }];
    expect(ofSighting(sighting("1", { hits }), rowAt).labels).toEqual(["Acme", "Zed"]);
    expect(ofSighting(sighting("1", { postedAt: "2030-01-01T00:00:00.000Z" }), rowAt).postedAt).toBe(rowAt.toISOString());
  });

  it("of a known post is what is known of it, when it says the same", () => {
    expect(ofRow(mentionRow())).toEqual(plain);
    expect(mergeDescriptions(plain, plain, { isFirst: true })).toEqual(plain);
  });
});

describe("a post that was reported again", () => {
  const first = { isFirst: true } as const;
  const start = "This is how the acme app lost the photos of my last holiday";

  it("grows where its first reporter sees more of the same text", () => {
    const cut = with_({ excerpt: `${start}…`, partial: true });
    const whole = with_({ excerpt: `${start}, and nobody answers me.` });
    expect(mergeDescriptions(cut, whole, first)).toMatchObject({ excerpt: whole.excerpt, partial: false });
    expect(mergeDescriptions(cut, with_({ excerpt: "Something else altogether, which is long enough to be taken" }), first).excerpt).toBe(
      cut.excerpt,
    );
  });

  it("keeps its words against one other member, and takes those of two, part by part", () => {
    const other = with_({ excerpt: "Not what was said", author: { handle: "else", name: null, verified: null } });
    const alone = mergeDescriptions(plain, other, { isFirst: false, others: [] });
    expect(alone).toMatchObject({ excerpt: plain.excerpt, author: plain.author });
    const two = mergeDescriptions(plain, other, { isFirst: false, others: [{ ...plain, excerpt: other.excerpt }] });
    expect(two).toMatchObject({ excerpt: other.excerpt, author: plain.author });
  });

  it("takes no keywords of words that do not stand", () => {
    const other = with_({ excerpt: "Not what was said", labels: ["Zed"] });
    expect(mergeDescriptions(plain, other, { isFirst: false, others: [] }).labels).toEqual(["Acme"]);
    expect(mergeDescriptions(plain, with_({ labels: ["Zed"] }), first).labels).toEqual(["Acme", "Zed"]);
  });

  it("keeps the highest counts, and what was known where nothing is", () => {
    const seen = with_({ counts: { replies: null, reposts: 3, likes: 0, views: 90 }, permalink: null });
    expect(mergeDescriptions(plain, seen, first)).toMatchObject({
      counts: { replies: 0, reposts: 3, likes: 1, views: 90 },
      permalink: plain.permalink,
    });
  });

  it("is no news until as many more have seen it as matters, or somebody replied", () => {
    const counts = (change: Partial<Description["counts"]>) => with_({ counts: { ...plain.counts, ...change } });
    expect(tellsSame(plain, counts({ views: 41 }))).toBe(true);
    expect(tellsSame(plain, counts({ views: 4_000_000 }))).toBe(false);
    expect(tellsSame(plain, counts({ replies: 1 }))).toBe(false);
  });
});

describe("the score of a post", () => {
  const long = with_({ excerpt: "Does it work on tablets? ".repeat(200).slice(0, maxExcerpt) });

  it("follows a device to staff only behind the end of a cut text", () => {
    expect([isCut(plain), isCut(long)]).toEqual([false, true]);
    expect(score(long, rowAt, settings, [toStaff])).toMatchObject({ route: "first_line", reasons: toStaff.reasons });
    expect(score(plain, rowAt, settings, [toStaff]).route).toBe("community");
  });

  it("decides where a new post waits", () => {
    expect(scoreFirst(plain, rowAt, settings, calm, same)).toMatchObject({ status: "open", route: "community", scored: null });
    const furious = with_({ excerpt: angry });
    expect(scoreFirst(furious, rowAt, settings, calm, same)).toMatchObject({ status: "escalated", route: "first_line" });
  });

  it("moves a post that waits to staff, and none that somebody has or a person has routed", () => {
    const furious = with_({ excerpt: angry });
    const anew = (row: Parameters<typeof mentionRow>[0]) => scoreAnew(mentionRow(row), furious, settings, [], same);
    expect(anew({})).toMatchObject({ status: "escalated", route: "first_line" });
    expect(anew({ status: "claimed", holder: "m-ann" })).toMatchObject({ status: "claimed", route: "community" });
    expect(anew({ routed_by_person: true })).toMatchObject({ status: "open", route: "community" });
    expect(scoreAnew(mentionRow({ status: "escalated", route: "first_line" }), plain, settings, [], same).route).toBe("first_line");
  });
});
