import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startSession } from "../../../entrypoints/page.content/session.ts";
import { letterTables } from "../../../lib/detect/letters/tables.ts";
import { packedFromText, packedToText } from "../../../lib/detect/pack/carry.ts";
import { packMatcher } from "../../../lib/detect/pack/pack.ts";
import { openScreen } from "../../../lib/detect/screen/screen.ts";
import type { ask as Ask } from "../../../lib/messaging/ask.ts";
import { badgeHere } from "../../../lib/page/badge-here.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { KeywordList } from "../../../lib/schema/keywords.ts";
import type { BadgeState, MessageReply } from "../../../lib/schema/messages.ts";
import { createXReader } from "../../../lib/sites/x/reader.ts";
import { xPack, xPost } from "../../sites/x-posts.ts";

const list: KeywordList = {
  id: "l",
  name: "Acme",
  version: 1,
  updatedAt: "2026-01-01T00:00:00.000Z",
  entries: [
    { id: "e", text: "acme", label: null, mustNear: [], mustNotNear: [] },
    { id: "d", text: "delta", label: null, mustNear: ["earbuds"], mustNotNear: [] },
  ],
};
const screen = packedToText(packMatcher([list]));
const start: NonNullable<MessageReply<"page.start">> = { sharing: "all", pack: xPack, screen, letters: letterTables, css: "", texts: {} };
const now = Date.parse("2026-01-02T12:00:00.000Z");
let life: AbortController;
let roots: ShadowRoot[];
let asked: [string, unknown][];
/** For which communities, where that was said. */
let askedOf: string[];
let replies: Record<string, (args: never) => unknown>;
beforeEach(() => {
  vi.useFakeTimers({ now });
  life = new AbortController();
  document.body.replaceChildren();
  roots = [];
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, "attachShadow").mockImplementation(function (this: Element, init: ShadowRootInit): ShadowRoot {
    const root = attach.call(this, init);
    roots.push(root);
    return root;
  });
  asked = [];
  askedOf = [];
  replies = {
    "page.start": () => start,
    "post.seen": ({ post }: { post: { id: string } }) => [state(post.id, "needs_answer", { untilMs: now + 72 * 60_000 })],
    "post.offer": ({ post }: { post: { id: string } }) => state(post.id, "ask"),
    "card.open": () => null,
    "drift.note": () => null,
  };
});
afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function state(postId: string, name: BadgeState["state"], over: Partial<BadgeState> = {}): BadgeState {
  return { mentionId: `x:${postId}`, state: name, who: null, untilMs: null, ...over };
}

interface World {
  isOrphaned?: () => boolean;
  accepts?: (event: Event) => boolean;
}

async function run({ isOrphaned = () => false, accepts = () => true }: World = {}): Promise<(states: BadgeState[]) => void> {
  const ask = async (name: string, args: unknown, community?: string) => {
    asked.push([name, args]);
    if (community !== undefined) askedOf.push(community);
    return replies[name]?.(args as never);
  };
  const update = await startSession(
    {
      page: document,
      site: "x",
      createReader: createXReader,
      ask: ask as typeof Ask,
      open: (packed) => openScreen(packedFromText(packed)),
      nowMs: Date.now,
      reading: () => () => true,
      accepts,
      isOrphaned,
      onOrphaned: () => life.abort(),
    },
    life.signal,
  );
  await pass();
  return update;
}
const pass = (ms = 2000) => vi.advanceTimersByTimeAsync(ms);
const names = () => asked.map(([name]) => name);
const button = (at = 0) => roots[at]?.querySelector("button") as HTMLButtonElement;
const hosts = () => [...document.querySelectorAll("article > :last-child")].filter((element) => element.getAttribute("style"));

describe("a page", () => {
  it("shows a badge beside each post that matches and tells the background", async () => {
    document.body.append(xPost({ id: "11" }), xPost({ id: "12", text: "Tomatoes" }), xPost({ id: "13" }));
    await run();
    expect(hosts()).toHaveLength(2);
    expect(names()).toEqual(["page.start", "post.seen", "post.seen"]);
    expect(asked[1]?.[1]).toMatchObject({ post: { id: "11", text: "My Acme charger hums" } });
    expect(button().textContent).toBe("Needs an answer · 1 h 11");
  });

  it("shows it only after the background's answer where a keyword asks for more, and none when that says no", async () => {
    const answers = [Promise.resolve([state("11", "needs_answer")]), Promise.resolve([])];
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    replies["post.seen"] = () => asked.then(() => answers.shift());
    document.body.append(xPost({ id: "11", text: "Delta earbuds" }), xPost({ id: "12", text: "The delta of a river" }));
    await run();
    expect(hosts()).toHaveLength(0);
    answer();
    await pass();
    expect(hosts()).toHaveLength(1);
  });

  it("takes a badge back when the background finds no mention", async () => {
    replies["post.seen"] = () => [];
    document.body.append(xPost({ id: "11" }));
    await run();
    expect(hosts()).toHaveLength(0);
  });

  it.each(["all", "ask"] as const)("shows a mark that asks for nothing before the background answers (%s)", async (sharing) => {
    document.body.append(xPost({ id: "11" }));
    replies["page.start"] = () => ({ ...start, sharing });
    replies["post.seen"] = () => new Promise(() => {});
    await run();
    expect([button().textContent, button().dataset.state]).toEqual(["…", "unknown"]);
    expect(button().ariaLabel).toContain("looking at this post");
    expect(names()).not.toContain("post.offer");
  });

  it("asks for thanks where somebody says something kind, without a clock", async () => {
    document.body.append(xPost({ id: "11" }));
    const update = await run();
    update([state("11", "needs_answer", { untilMs: now + 600_000, isPraise: true })]);
    expect([button().textContent, button().dataset.state, button().ariaLabel]).toEqual(["Say thanks?", "praise", null]);
  });

  it("lets the card find the badge it belongs to, also after the site drew the post anew, and no other", async () => {
    document.body.append(xPost({ id: "11" }), xPost({ id: "12" }));
    await run();
    expect(badgeHere("x:99")).toBeNull();
    const first = badgeHere("x:11");
    expect(first).not.toBeNull();
    document.querySelector("article")?.replaceWith(xPost({ id: "11" }).querySelector("article") as Element);
    await pass();
    const again = badgeHere("x:11");
    expect(again).not.toBe(first);
    again?.focus();
    expect(document.activeElement).toBe(hosts()[0]);
    life.abort();
    expect(badgeHere("x:11")).toBeNull();
  });

  it("tells each post once, however often the site draws it anew", async () => {
    document.body.append(xPost({ id: "11" }));
    await run();
    document.body.replaceChildren(xPost({ id: "11" }));
    await pass();
    expect(hosts()).toHaveLength(1);
    expect(names().filter((name) => name === "post.seen")).toHaveLength(1);
  });

  it("tells a post again on another page, which may be about it", async () => {
    document.body.append(xPost({ id: "11" }));
    await run();
    history.pushState(null, "", "/someone/status/11");
    document.body.replaceChildren(xPost({ id: "11" }));
    await pass();
    expect(names().filter((name) => name === "post.seen")).toHaveLength(2);
    history.pushState(null, "", "/");
  });

  it("puts a badge back that the site removed, and takes it from a post that is another now", async () => {
    const cell = xPost({ id: "11" });
    document.body.append(cell);
    await run();
    hosts()[0]?.remove();
    await pass();
    expect(hosts()).toHaveLength(1);
    const node = cell.querySelector("article") as Element;
    node.replaceChildren(...(xPost({ id: "12", text: "Tomatoes" }).querySelector("article") as Element).childNodes);
    await pass();
    expect(hosts()).toHaveLength(0);
  });

  it.each([
    [state("11", "yours", { untilMs: now + 600_000 }), "You're on it · 9:58"],
    [state("11", "other", { who: "Linh" }), "Linh is answering"],
    [state("11", "staff", { untilMs: now }), "With staff"],
    [state("11", "answered"), "Answered"],
    [state("11", "needs_answer", { untilMs: now - 20 * 60_000 }), "Needs an answer · 20 min late"],
  ])("says what the background says: %j", async (news, words) => {
    document.body.append(xPost({ id: "11" }));
    const update = await run();
    update([news, state("99", "answered")]);
    expect([button().textContent, button().hidden]).toEqual([words, false]);
  });

  it("counts down, and hides what was set aside", async () => {
    document.body.append(xPost({ id: "11" }));
    const update = await run();
    update([state("11", "yours", { untilMs: Date.now() + 521_000 })]);
    expect(button().textContent).toBe("You're on it · 8:41");
    await pass();
    expect(button().textContent).toBe("You're on it · 8:39");
    update([state("11", "dismissed")]);
    expect(button().hidden).toBe(true);
  });

  it("opens the card by a press, and the site hears nothing of it", async () => {
    document.body.append(xPost({ id: "11" }));
    const heard: string[] = [];
    for (const type of ["click", "keydown", "pointerdown"]) document.body.addEventListener(type, () => heard.push(type));
    await run();
    for (const type of ["pointerdown", "keydown", "click"]) button().dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
    expect(asked.at(-1)).toEqual(["card.open", { mentionId: "x:11" }]);
    expect(heard).toEqual([]);
  });

  it("shows a badge for each community that wants the post, by its name, and opens the card of the one that was pressed", async () => {
    document.body.append(xPost({ id: "11" }));
    const both = [
      state("11", "needs_answer", { community: "one", brand: "Acme" }),
      state("11", "quiet", { community: "other", brand: "Delta" }),
    ];
    replies["post.seen"] = () => both;
    const update = await run();
    const all = () => [...(roots[0]?.querySelectorAll("button") ?? [])];
    const brandOf = (badge: Element) => badge.querySelector("span")?.dataset.brand;
    expect([hosts().length, ...all().map((badge) => [brandOf(badge), badge.textContent])]).toEqual([
      1,
      ["Acme", "Needs an answer"],
      ["Delta", "Only mentioned"],
    ]);
    all()[1]?.click();
    expect(asked.at(-1)).toEqual(["card.open", { mentionId: "x:11" }]);
    expect(askedOf).toEqual(["other"]);
    badgeHere("x:11")?.focus();
    expect(roots[0]?.activeElement).toBe(all()[1]);

    // What moves in one community says nothing of the other.
    update([state("11", "dismissed", { community: "one", brand: "Acme" })]);
    expect(all().map((badge) => [badge.hidden, brandOf(badge)])).toEqual([
      [true, "Acme"],
      [false, "Delta"],
    ]);
    update([state("11", "needs_answer", { community: "third", brand: "Omega" })]);
    expect(all()).toHaveLength(3);
  });

  it("obeys no press that no person made", async () => {
    document.body.append(xPost({ id: "11" }));
    await run({ accepts: (event) => event.isTrusted });
    button().click();
    expect(names()).not.toContain("card.open");
  });

  it("asks before it shares, when the member wants that", async () => {
    document.body.append(xPost({ id: "11" }));
    replies["page.start"] = () => ({ ...start, sharing: "ask" });
    replies["post.seen"] = ({ post }: { post: { id: string } }) => [state(post.id, "ask")];
    const update = await run();
    expect(button().textContent).toBe("Share with Fanswer?");
    button().click();
    await pass(0);
    expect(asked.at(-1)).toMatchObject(["post.offer", { post: { id: "11" } }]);
    expect(names()).not.toContain("post.share");
    expect(button().textContent).toBe("Share with Fanswer?");
    update([state("11", "needs_answer")]);
    expect(button().textContent).toBe("Needs an answer");
  });

  it("does nothing while the extension is not in use", async () => {
    document.body.append(xPost({ id: "11" }));
    replies["page.start"] = () => null;
    await run();
    expect([names(), hosts(), vi.getTimerCount()]).toEqual([["page.start"], [], 0]);
  });

  it.each([
    ["is said to be gone", "extension_reloaded", false],
    ["is gone without a word", null, true],
  ] as const)("goes without a trace when the extension %s", async (_, code, isGone) => {
    document.body.append(xPost({ id: "11" }));
    const before = document.documentElement.outerHTML;
    if (code) replies["post.seen"] = () => Promise.reject(new FanswerError(code));
    await run({ isOrphaned: () => isGone });
    expect(document.documentElement.outerHTML).toBe(before);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("keeps going when the background fails once, and tells the post again when it is seen again", async () => {
    document.body.append(xPost({ id: "11" }));
    replies["post.seen"] = () => Promise.reject(new FanswerError("internal"));
    await run();
    document.body.replaceChildren(xPost({ id: "11" }));
    await pass();
    expect(names().filter((name) => name === "post.seen")).toHaveLength(2);
  });

  it("lets the page learn nothing: one plain element, no words", async () => {
    document.body.append(xPost({ id: "11" }));
    await run();
    const [host] = hosts();
    expect(host?.shadowRoot ?? null).toBeNull();
    expect(host?.getAttributeNames()).toEqual(["style"]);
    expect(host?.outerHTML).not.toMatch(/acme|fanswer|answer|hum/i);
  });
});
