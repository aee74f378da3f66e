import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { maxPostText } from "../../lib/schema/limits.ts";
import type { FoundPost } from "../../lib/sites/adapter.ts";
import { watchPosts } from "../../lib/sites/watcher.ts";
import { x, xPost } from "./x-posts.ts";

let life: AbortController;
let column: Element;

beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  document.body.replaceChildren(document.createElement("main"));
  column = document.querySelector("main") as Element;
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

function watch(mayRead: () => boolean = () => true) {
  const seen = { matches: [] as FoundPost[], misses: [] as Element[], drifts: [] as object[], texts: [] as string[], looks: 0 };
  watchPosts(
    {
      page: document,
      adapter: x(),
      nowMs: Date.now,
      mayRead,
      screen: {
        look(text) {
          seen.texts.push(text);
          return text.includes("Acme") ? "sure" : "none";
        },
      },
      onMatch: (found) => seen.matches.push(found),
      onMiss: (node) => seen.misses.push(node),
      onDrift: (note) => seen.drifts.push(note),
      onLook: () => {
        seen.looks += 1;
      },
    },
    life.signal,
  );
  return { seen, ids: () => seen.matches.map(({ post }) => post.id) };
}
const pass = (ms = 2500) => vi.advanceTimersByTimeAsync(ms);

describe("the watcher", () => {
  it("leaves alone what the person wrote who is signed in to the site", async () => {
    const profile = document.createElement("a");
    profile.dataset.testid = "AppTabBar_Profile_Link";
    profile.setAttribute("href", "/dana_k");
    column.append(profile, xPost({ id: "11", handle: "dana_k" }), xPost({ id: "12", handle: "kit" }));
    const { ids } = watch();
    await pass();
    expect(ids()).toEqual(["12"]);
  });

  it("hands over each matching post once, those there and those that come", async () => {
    column.append(xPost({ id: "11" }), xPost({ id: "12", text: "Tomatoes" }));
    const { seen, ids } = watch();
    await pass();
    column.append(xPost({ id: "13" }));
    await pass(500);
    expect(ids()).toEqual(["11", "13"]);
    await pass(5000);
    expect(ids()).toEqual(["11", "13"]);
    expect(seen.texts.filter((text) => text === "Tomatoes")).toHaveLength(1);
  });

  it("reads again when the site shows another post in the same node", async () => {
    const cell = xPost({ id: "21" });
    column.append(cell);
    const { seen, ids } = watch();
    await pass();
    cell.replaceChildren(...xPost({ id: "22", text: "Tomatoes" }).childNodes);
    await pass();
    const node = cell.querySelector("article") as Element;
    node.replaceChildren(...(xPost({ id: "23" }).querySelector("article") as Element).childNodes);
    await pass();
    expect(ids()).toEqual(["21", "23"]);
    expect(seen.misses).toContain(node);
  });

  it("reads a post that is filled after it appeared, and one that is unfolded", async () => {
    const cell = xPost({ id: "31", text: "" });
    column.append(cell);
    const { seen, ids } = watch();
    await pass();
    const text = cell.querySelector("[data-testid=tweetText] span") as Element;
    text.textContent = "Acme";
    await pass();
    (text.firstChild as Text).data = "Acme and more";
    await pass();
    expect(ids()).toEqual(["31", "31"]);
    expect(seen.matches.at(-1)?.post.text).toBe("Acme and more");
  });

  it("waits for the id of a post", async () => {
    const cell = xPost({ id: null });
    column.append(cell);
    const { ids } = watch();
    await pass();
    expect(ids()).toEqual([]);
    cell.querySelector("[data-testid=User-Name]")?.append(xPost({ id: "41" }).querySelector("a:has(time)") ?? "");
    await pass();
    expect(ids()).toEqual(["41"]);
  });

  it.each([
    [
      "a protected account",
      xPost({ id: "51" }),
      (cell: Element) => cell.querySelector("[data-testid=User-Name]")?.insertAdjacentElement("beforeend", lock()),
    ],
    ["an advertisement", xPost({ id: "52" }), (cell: Element) => cell.setAttribute("data-testid", "placementTracking")],
    ["a direct message", xPost({ id: "53" }), (cell: Element) => cell.setAttribute("data-testid", "DMDrawer")],
    ["an editor", xPost({ id: "54" }), (cell: Element) => cell.setAttribute("contenteditable", "true")],
  ])("never shows %s to the matcher", async (_, cell, change) => {
    change(cell);
    column.append(cell);
    const { seen } = watch();
    await pass();
    expect(seen.texts).toEqual([]);
    expect(seen.matches).toEqual([]);
  });

  it("cuts a huge text", async () => {
    column.append(xPost({ id: "61", text: `Acme ${"x".repeat(100_000)}` }));
    const { seen } = watch();
    await pass();
    expect(seen.matches[0]?.post.text).toHaveLength(maxPostText);
  });

  it("reads nothing while the page is private, and goes on afterwards", async () => {
    let isPrivate = true;
    column.append(xPost({ id: "71" }));
    const { seen, ids } = watch(() => !isPrivate);
    await pass();
    expect(seen.texts).toEqual([]);
    isPrivate = false;
    column.append(document.createElement("div"));
    await pass();
    expect(ids()).toEqual(["71"]);
  });

  it("leaves no observer and no timer behind", async () => {
    const { seen } = watch();
    await pass();
    life.abort();
    const { looks } = seen;
    column.append(xPost({ id: "81" }));
    await pass(10_000);
    expect(seen.matches).toEqual([]);
    expect(seen.looks).toBe(looks);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("leaves the page as it is", async () => {
    column.append(xPost({ id: "91" }));
    const before = document.documentElement.outerHTML;
    watch();
    await pass();
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

describe("drift", () => {
  const broken = (id: string) => {
    const cell = xPost({ id });
    cell.querySelector("[data-testid=tweetText]")?.remove();
    return cell;
  };

  it("is noted once when too few posts can be read, with the names of what is missing", async () => {
    column.append(xPost({ id: "1" }), broken("2"), broken("3"));
    const { seen } = watch();
    await pass(10_000);
    expect(seen.drifts).toEqual([{ site: "x", posts: 3, readable: 1, missing: ["text"] }]);
  });

  it("is not noted for posts that are filled in time, nor for a few that are odd", async () => {
    column.append(broken("1"), ...["2", "3", "4", "5"].map((id) => xPost({ id })));
    const late = broken("6");
    column.append(late);
    const { seen } = watch();
    await pass(1500);
    late.remove();
    await pass(10_000);
    expect(seen.drifts).toEqual([]);
  });

  it("is noted once on a page that no selector fits", async () => {
    const { seen } = watch();
    await pass(2000);
    expect(seen.drifts).toEqual([]);
    await pass(20_000);
    expect(seen.drifts).toEqual([{ site: "x", posts: 0, readable: 0, missing: ["post"] }]);
  });
});

function lock(): Element {
  const icon = document.createElement("i");
  icon.setAttribute("data-testid", "icon-lock");
  return icon;
}
