import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Post } from "../../lib/schema/post.ts";
import type { SiteReader } from "../../lib/sites/adapter.ts";
import { type Later, laterPosts, watchFollowUps } from "../../lib/sites/follow-ups.ts";
import { post } from "../support/samples.ts";

const by = (handle: string | null, id: string | null, change: Partial<Post> = {}) =>
  post(id, { author: { handle, name: handle, verified: null }, ...change });
const found = (posts: readonly Post[], me: string | null = "robin") =>
  laterPosts(posts, "1", me).map(({ post: { id }, below }) => [id, below]);

describe("what a post's author wrote after it", () => {
  it.each<[string, Post[], [string, string][]]>([
    ["below our reply", [by("nilu", "1"), by("robin", "2"), by("nilu", "3")], [["3", "2"]]],
    [
      "twice below it",
      [by("nilu", "1"), by("robin", "2"), by("nilu", "3"), by("nilu", "4")],
      [
        ["3", "2"],
        ["4", "2"],
      ],
    ],
    [
      "each below the nearest by somebody else",
      [by("nilu", "1"), by("mo", "2"), by("nilu", "3"), by("robin", "4"), by("nilu", "5")],
      [
        ["3", "2"],
        ["5", "4"],
      ],
    ],
  ])("is told %s", (_name, posts, expected) => expect(found(posts)).toEqual(expected));

  it.each<[string, Post[]]>([
    ["by others", [by("nilu", "1"), by("robin", "2"), by("mo", "3")]],
    ["right below the post itself, as more of it", [by("nilu", "1"), by("nilu", "2")]],
    ["before it", [by("nilu", "0"), by("mo", "9"), by("nilu", "1")]],
    ["without an id", [by("nilu", "1"), by("robin", "2"), by("nilu", null)]],
    ["of a protected account", [by("nilu", "1"), by("robin", "2"), by("nilu", "3", { protected: true })]],
    ["by nobody named", [by(null, "1"), by("robin", "2"), by(null, "3")]],
    ["on a page without the post", [by("robin", "2"), by("nilu", "3")]],
  ])("is nothing that stands %s", (_name, posts) => expect(found(posts)).toEqual([]));

  it("is nothing of the member's own", () => {
    expect(found([by("nilu", "1"), by("robin", "2"), by("nilu", "3")], "nilu")).toEqual([]);
  });
});

describe("watching a talk", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("tells each once, also those that come later, and ends with its signal", async () => {
    let posts = [by("nilu", "1"), by("robin", "2"), by("nilu", "3")];
    const adapter = {
      findPosts: () => posts.map(() => document.body),
      readPost: () => posts[at++ % posts.length] ?? null,
      me: () => "robin",
    } as unknown as SiteReader;
    let at = 0;
    const told: Later[] = [];
    const end = new AbortController();
    const deps = { page: document, adapter, postId: "1", mayRead: () => true, onLater: (later: Later) => void told.push(later) };
    watchFollowUps(deps, end.signal);
    expect(told.map(({ post: { id } }) => id)).toEqual(["3"]);
    posts = [...posts, by("nilu", "4")];
    at = 0;
    document.body.append("more");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(told.map(({ post: { id } }) => id)).toEqual(["3", "4"]);
    end.abort();
    expect(vi.getTimerCount()).toBe(0);
  });
});
