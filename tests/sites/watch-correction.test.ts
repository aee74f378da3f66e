import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Post } from "../../lib/schema/post.ts";
import type { PostedReply } from "../../lib/sites/adapter.ts";
import { watchCorrection } from "../../lib/sites/watch-correction.ts";
import { x, xPost } from "./x-posts.ts";

const at = Date.parse("2026-01-02T12:00:00.000Z");
/** An id that X would give at this time. */
const idAt = (ms: number) => String(BigInt(ms - 1_288_834_974_657) << 22n);
const text = "Hold the button for ten seconds, then pair again with your second phone and wait until it blinks.";
const ownId = idAt(at - 60_000);
let life: AbortController;
let talk: Element;
let post: Post | null;

beforeEach(() => {
  vi.useFakeTimers({ now: at });
  life = new AbortController();
  const profile = document.createElement("a");
  profile.setAttribute("data-testid", "AppTabBar_Profile_Link");
  profile.href = "/dana_reads";
  const cell = xPost({ id: idAt(at - 600_000) });
  talk = document.createElement("section");
  talk.append(cell);
  document.body.replaceChildren(profile, talk);
  post = x().readPost(cell.querySelector("article") as Element);
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(`https://x.com/fern_walker/status/${post?.id}`);
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

const mine = (id: string, words = text) => xPost({ id, handle: "dana_reads", text: words });
const pass = () => vi.advanceTimersByTimeAsync(1000);

function watch() {
  const seen: { now: PostedReply | null | undefined } = { now: undefined };
  const reply = { url: `https://x.com/dana_reads/status/${ownId}`, text };
  void watchCorrection({ adapter: x(), post: () => post, reply, foundMs: at, signal: life.signal }).then((found) => {
    seen.now = found;
  });
  return seen;
}

it("is seen when the answer itself says something else", async () => {
  const seen = watch();
  const own = mine(ownId);
  talk.append(own);
  await pass();
  expect(seen.now).toBeUndefined();
  own.replaceWith(mine(ownId, "Hold the button for three seconds, not ten: ten resets it."));
  await pass();
  expect(seen.now?.url).toBe(`https://x.com/dana_reads/status/${ownId}`);
});

it("is seen when the member answers the post once more, since it was found wrong", async () => {
  const seen = watch();
  talk.append(mine(idAt(at - 30_000), "Another answer, from before"));
  await pass();
  expect(seen.now).toBeUndefined();
  const again = idAt(at + 30_000);
  talk.append(mine(again, "Sorry, three seconds and not ten."));
  await pass();
  expect(seen.now?.url).toBe(`https://x.com/dana_reads/status/${again}`);
});

it.each([
  ["a long text is shown cut", `${text.slice(0, 60)}…`],
  ["only quotes and case differ", text.toUpperCase()],
])("is not seen when %s", async (_, words) => {
  const seen = watch();
  talk.append(mine(ownId, words));
  await pass();
  expect(seen.now).toBeUndefined();
});

it("is not seen in somebody else's answer, nor when the answer is scrolled out of the page", async () => {
  const seen = watch();
  const own = mine(ownId);
  talk.append(own, xPost({ id: idAt(at + 40_000), handle: "fern_walker", text: "It is three seconds." }));
  await pass();
  own.remove();
  await pass();
  expect(seen.now).toBeUndefined();
});

it("waits until the page shows the post, and ends with the card", async () => {
  const shown = post;
  post = null;
  const seen = watch();
  talk.append(mine(ownId, "It is three seconds, sorry."));
  await pass();
  expect(seen.now).toBeUndefined();
  post = shown;
  await pass();
  expect(seen.now).not.toBeNull();
  post = null;
  const other = watch();
  life.abort();
  await pass();
  expect(other.now).toBeNull();
});
