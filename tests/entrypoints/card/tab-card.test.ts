import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type CardDeps, openTabCard, type TabCard } from "../../../entrypoints/card/tab-card.tsx";
import { lease } from "../../../lib/schema/lifecycle.ts";
import type { CardState } from "../../../lib/schema/messages.ts";
import { adapterOf } from "../../../lib/sites/choose.ts";
import { cardState, heldBy, noonMs, noor } from "../../components/samples.ts";
import { xPost } from "../../sites/x-posts.ts";

const life = { stop: new AbortController() };
let state: CardState;
let asked: string[];
let ended: number;

beforeEach(() => {
  vi.useFakeTimers({ now: noonMs });
  asked = [];
  ended = 0;
  life.stop = new AbortController();
});
afterEach(() => {
  life.stop.abort();
  vi.useRealTimers();
});

const overlays = () => [...document.documentElement.children].filter((element) => element !== document.head && element !== document.body);
const settle = (ms = 0) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

async function open(first: CardState, awaited = false): Promise<TabCard> {
  state = first;
  const adapter = adapterOf("https://x.com/home", document);
  if (!adapter) throw new Error("no adapter");
  const ask = (async (name: string) => {
    asked.push(name);
    return state;
  }) as unknown as CardDeps["ask"];
  const watchSight = () => ({ hindrance: () => null });
  const deps = { page: document, adapter, ask, clipboard: navigator.clipboard, accepts: () => true, watchSight };
  const card = openTabCard("x:11", deps, () => ended++, life.stop.signal, awaited);
  await settle();
  return card;
}

const held = () => cardState({ mention: { postId: "11", ...heldBy(noor) } });
const waiting = () => cardState({ mention: { postId: "11" } });

test("put away while the member is on the post, it keeps the hold alive, and is shown again with it", async () => {
  const card = await open(held());
  card.hide();
  expect([overlays().length, ended]).toEqual([0, 0]);
  await settle(lease.heartbeatMs);
  expect(asked).toContain("claim.heartbeat");
  card.show();
  expect(overlays()).toHaveLength(1);
});

test("put away while nobody is on the post, it ends and says nothing more", async () => {
  const card = await open(waiting());
  card.hide();
  expect([overlays().length, ended]).toEqual([0, 1]);
  asked = [];
  await settle(3 * lease.heartbeatMs);
  expect(asked).toEqual([]);
});

test("put away, it ends by itself once the post is the member's no more", async () => {
  const card = await open(held());
  card.hide();
  state = waiting();
  card.refresh();
  await settle();
  expect(ended).toBe(1);
});

test("asked for elsewhere, it waits for its post unseen, and stands in the corner when that does not come", async () => {
  await open(waiting(), true);
  const [host] = overlays() as HTMLElement[];
  expect(host?.style.visibility).toBe("hidden");
  await settle(7000);
  expect([host?.style.visibility, asked.includes("card.settled")]).toEqual(["hidden", false]);
  await settle(2000);
  expect([host?.style.visibility, asked.filter((name) => name === "card.settled").length]).toEqual(["visible", 1]);
});

test("on show, it stays when the post is the member's no more", async () => {
  const card = await open(held());
  state = waiting();
  card.refresh();
  await settle();
  expect([overlays().length, ended]).toEqual([1, 0]);
});

test("an answer of one's own that was found wrong ends as corrected once the page shows other words where it stands", async () => {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL("https://x.com/fern_walker/status/11");
  const [asker, profile] = [xPost({ id: "11" }), document.createElement("a")];
  profile.setAttribute("data-testid", "AppTabBar_Profile_Link");
  profile.href = "/noor";
  document.body.replaceChildren(profile, asker, xPost({ id: "7", handle: "noor", text: "Hold it." }));
  const found = { verdict: "wrong", reason: "untrue", at: new Date(noonMs).toISOString(), ending: null, url: null } as const;
  const author = { id: noor.id, name: noor.name };
  const reply = {
    text: "Hold it.",
    url: "https://x.com/noor/status/7",
    proof: "seen",
    author,
    at: new Date(noonMs).toISOString(),
  } as const;
  await open(cardState({ mention: { postId: "11", status: "answered", reply, secondLook: { isAsked: false, found } } }));
  await settle(2000);
  expect(asked).not.toContain("second_look.end");
  document.body.lastElementChild?.replaceWith(xPost({ id: "7", handle: "noor", text: "Hold the other one for three seconds." }));
  await settle(2000);
  expect(asked.filter((name) => name === "second_look.end")).toHaveLength(1);
  document.body.replaceChildren();
});
