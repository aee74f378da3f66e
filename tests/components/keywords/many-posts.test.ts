import { describe, expect, test } from "vitest";
import { matcherOf } from "../../../components/keywords/finder.ts";
import { postsHere, scorerOf, tryPosts } from "../../../components/keywords/many-posts.ts";
import { ordinaryShare } from "../../../lib/detect/ambiguity/ordinary-posts.ts";
import type { KeywordList } from "../../../lib/schema/keywords.ts";
import { at, keywordList, mention } from "../samples.ts";

const entry = (text: string) => ({ id: `e-${text}`, text, label: null, mustNear: [], mustNotNear: [] });
const list = (...texts: string[]): KeywordList => ({ ...keywordList, entries: texts.map(entry) });
const post = (text: string) => ({ text, lang: "en", author: null });
const lists = (edited: KeywordList[], live: KeywordList[]) => ({
  ...{ edited: matcherOf(edited), live: matcherOf(live) },
  score: scorerOf(undefined, null, 0),
});

/** A clock that goes on by so many ms at each look, and counts how often the page had its turn. */
function running(msAtEachLook: number, life = new AbortController()) {
  const seen = { turns: 0, progress: [] as number[] };
  let now = 0;
  const breath = async () => {
    seen.turns++;
  };
  const onProgress = (read: number) => void seen.progress.push(read);
  return { seen, life, options: { now: () => (now += msAtEachLook), breath, signal: life.signal, onProgress } };
}

describe("trying lists on many posts", () => {
  const posts = ["my orbit is broken, help!", "acme is fine", "the halo", "halo and acme", "nothing"].map(post);

  test("tells what is found, gained and lost, each with its scores and where it goes", async () => {
    const tried = await tryPosts(posts, lists([list("halo", "acme")], [list("acme", "orbit")]), running(0).options);
    expect(tried).toMatchObject({ read: 5, found: 3, gained: 1, lost: 1 });
    expect(tried?.gainedPosts.map(({ place, post: { text } }) => [place, text])).toEqual([[2, "the halo"]]);
    expect(tried?.lostPosts.map(({ place }) => place)).toEqual([0]);
    expect(tried?.samePosts.map(({ place }) => place)).toEqual([1, 3]);
    const { community = 0, first_line = 0, second_line = 0 } = tried?.byRoute ?? {};
    expect(community + first_line + second_line).toBe(3);
    expect(tried?.lostPosts[0]?.triage.kind).not.toBe("praise");
  });

  test("gives the page its turn after each slice, and ends when it is told to", async () => {
    const slow = running(12);
    await tryPosts(posts, lists([list("acme")], []), slow.options);
    expect(slow.seen.turns).toBe(posts.length);
    expect(slow.seen.progress).toEqual([0, 1, 2, 3, 4, 5]);
    const fast = running(1);
    await tryPosts(posts, lists([list("acme")], []), fast.options);
    expect(fast.seen.turns).toBe(0);
    const ended = running(12);
    ended.life.abort();
    expect(await tryPosts(posts, lists([list("acme")], []), ended.options)).toBeNull();
  });

  test("names a hundred of a kind and counts all", async () => {
    const many = Array.from({ length: 150 }, () => post("acme"));
    expect((await tryPosts(many, lists([list("acme")], []), running(0).options))?.gained).toBe(150);
    expect((await tryPosts(many, lists([list("acme")], []), running(0).options))?.gainedPosts).toHaveLength(100);
  });

  test("takes the latest thousand of what is held here, without what no list decided about", () => {
    const held = [mention({ excerpt: "old", firstSeenAt: at(-60) }), mention({ excerpt: "new", firstSeenAt: at(-1) })];
    const left = [mention({ excerpt: "cut", partial: true }), mention({ excerpt: "by hand", byHand: true })];
    expect(postsHere([...held, ...left]).map(({ text }) => text)).toEqual(["new", "old"]);
    expect(postsHere(Array.from({ length: 1_200 }, () => mention()))).toHaveLength(1_000);
  });
});

describe("ordinary posts", () => {
  test("speak against a list that finds more than one in five of a language", () => {
    expect(ordinaryShare(matcherOf([list("the")]))).toMatchObject({ lang: "en", of: 12 });
    expect(ordinaryShare(matcherOf([list("og", "det")]))).toMatchObject({ lang: "nb" });
    expect(ordinaryShare(matcherOf([list("acme", "@acme", "acme earbud*", "river")]))).toBeNull();
    expect(ordinaryShare(matcherOf([]))).toBeNull();
  });

  test("are left out by a list that leaves posts out", () => {
    expect(ordinaryShare(matcherOf([list("the"), { ...list("the"), id: "n", negative: true }]))).toBeNull();
  });
});
