import { expect, test, vi } from "vitest";
import { WaitingHere } from "../../../components/queue/waiting-here.tsx";
import { WaitingList } from "../../../components/queue/waiting-list.tsx";
import type { Mention } from "../../../lib/schema/mention.ts";
import { has, pageText, pick, press, show } from "../page.ts";
import { at, mention, noonMs, noor } from "../samples.ts";

const posts = Array.from({ length: 25 }, (_, n) =>
  mention({
    id: `x:${n}`,
    firstSeenAt: at(-n),
    author: { handle: `a${n}`, name: `<b>Ann ${n}</b>`, verified: false },
    labels: n === 7 ? ["Cases"] : [],
  }),
);
const props = { nowMs: noonMs, isBusy: false, isOffline: false, peopleAt: () => [], onTake: () => {}, onPass: () => {}, onClose: () => {} };
const rows = () => [...document.querySelectorAll<HTMLElement>(".list-row")];
const key = (name: string) =>
  rows()
    .find((row) => row === document.activeElement)
    ?.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));

test("all that wait can be looked through, some at a time, and are kept to a topic", async () => {
  await show(<WaitingList {...props} waiting={posts} />);
  expect(rows()).toHaveLength(20);
  expect(document.querySelectorAll(".list b")).toHaveLength(0);
  await press("Show more");
  expect(rows()).toHaveLength(25);
  await pick("Any topic", "Cases");
  expect(rows()).toHaveLength(1);
  expect(pageText()).toContain("1 post waits");
});

test("one that is opened is taken from there", async () => {
  const onTake = vi.fn();
  await show(<WaitingList {...props} waiting={posts} onTake={onTake} />);
  await press("Ann 3");
  await press("I'll answer");
  expect(onTake).toHaveBeenCalledWith(posts[3]);
});

test("the arrows lead from row to row and stop at the ends", async () => {
  await show(<WaitingList {...props} waiting={posts.slice(0, 2)} />);
  rows()[0]?.focus();
  key("ArrowDown");
  expect(document.activeElement).toBe(rows()[1]);
  key("ArrowDown");
  expect(document.activeElement).toBe(rows()[1]);
  key("ArrowUp");
  expect(document.activeElement).toBe(rows()[0]);
});

test("where none fit, it says so of this device alone", async () => {
  await show(<WaitingList {...props} waiting={[]} />);
  expect(pageText()).toContain("None of those on this device.");
  expect(pageText()).toContain("This device holds up to 500 whose turn comes first");
});

test("what is with staff or in somebody's hands is not among them, and the list follows what moves", async () => {
  const withStaff: Mention = mention({ id: "x:staff", status: "escalated", route: "first_line" });
  const here = (moved: number, held: Mention[]) =>
    show(<WaitingHere {...props} member={noor} patienceMinutes={120} moved={moved} onRead={async () => held} />);
  await here(1, [posts[0] as Mention, withStaff]);
  expect(rows()).toHaveLength(1);
  await here(2, [posts[0] as Mention, posts[1] as Mention]);
  expect(rows()).toHaveLength(2);
  expect(has("Back to the next one")).toBe(true);
});
