// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createSeeing } from "../../../lib/background/posts/seeing.ts";
import { compileStoredLists } from "../../../lib/background/posts/stored-lists.ts";
import type { MentionMark } from "../../../lib/schema/mark.ts";
import { setMeta } from "../../../lib/store/meta.ts";
import { waitingOperations } from "../../../lib/store/outbox.ts";
import { resetBrowser, world } from "../../support/browser.ts";
import { account, iso, list, mention, noonMs, post, workspace } from "../../support/samples.ts";
import { joinedStore } from "../../support/store.ts";
import { workerContext } from "../../support/worker-context.ts";

beforeEach(() => {
  resetBrowser();
  world.scripts.set(1, () => true);
});

async function seeing(sharing: "all" | "ask", mark: MentionMark | null = null) {
  const store = await joinedStore();
  await setMeta(store, "consent", { sharing });
  await store.lists.put(list);
  const [sync, lookUp] = [vi.fn(), vi.fn(async () => mark)];
  const parts = { sync, lookUp, newId: () => crypto.randomUUID(), triageModel: async () => null };
  const sees = createSeeing(
    workerContext(store, parts),
    compileStoredLists(store, () => noonMs, "1.0"),
  );
  const queued = async () => (await waitingOperations(store)).map(({ name, args }) => [name, (args as { excerpt?: string }).excerpt]);
  return { store, sees, sync, lookUp, queued };
}

describe("a post that a page shows", () => {
  it("is reported where the member shares all, and sent", async () => {
    const { sees, sync, queued } = await seeing("all");
    expect(await sees.badgeFor({ post: post("1") })).toMatchObject({ mentionId: "x:1", state: "needs_answer" });
    expect(await queued()).toEqual([["mention.report", "Acme earbuds: how does pairing work?"]]);
    expect(sync).toHaveBeenCalledOnce();
  });

  it("waits for the member's word where they are asked each time", async () => {
    const { sees, queued } = await seeing("ask");
    expect(await sees.badgeFor({ post: post("1") })).toEqual({ mentionId: "x:1", state: "ask", who: null, untilMs: null });
    expect(await queued()).toEqual([]);
  });

  it("is asked about no further where no keyword stands in it", async () => {
    const { sees, lookUp } = await seeing("all");
    expect(await sees.badgeFor({ post: post("1", { text: "Something else" }) })).toBeNull();
    expect(lookUp).not.toHaveBeenCalled();
  });

  it("is shown as the workspace has it, and not reported again", async () => {
    const mark: MentionMark = { id: "x:1", status: "answered", route: "community", dueAt: iso(noonMs), claim: null };
    const { sees, queued } = await seeing("all", mark);
    expect(await sees.badgeFor({ post: post("1") })).toMatchObject({ state: "answered" });
    expect(await queued()).toEqual([]);
  });

  it.each([
    ["without an id", post(null), "malformed"],
    ["of a protected account", post("1", { protected: true }), "forbidden"],
  ])("is refused %s", async (_, seen, code) => {
    const { sees } = await seeing("all");
    await expect(sees.badgeFor({ post: seen })).rejects.toMatchObject({ code });
  });
});

describe("a post that the member may share", () => {
  it("is sent as it was shown, whatever the page says by then, and once", async () => {
    const { sees, queued } = await seeing("ask");
    expect(await sees.offer({ post: post("1") }, 1)).toMatchObject({ state: "ask" });
    expect(world.told).toMatchObject([{ tabId: 1, name: "card.offer", args: { mentionId: "x:1" } }]);
    await sees.offer({ post: post("2", { text: "Acme, something else" }) }, 1);
    expect(await sees.shareOffered("x:1")).toMatchObject({ state: "needs_answer" });
    expect(await queued()).toEqual([["mention.report", "Acme earbuds: how does pairing work?"]]);
    await expect(sees.shareOffered("x:1")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a post by an account of the brand's own", () => {
  async function named(sharing: "all" | "ask") {
    const parts = await seeing(sharing, { id: "x:1", status: "open", route: "community", dueAt: iso(noonMs), claim: null });
    const name = (x: string[]) =>
      setMeta(parts.store, "account", { ...account(), workspace: { ...workspace, brand: { mark: null, handles: { x }, language: null } } });
    await name(["nilu"]);
    return { ...parts, name };
  }
  const own = post("1", { author: { handle: "NiLu", name: "Acme", verified: true } });

  it.each(["all", "ask"] as const)("shows no badge and leaves the browser in no way, sharing %s", async (sharing) => {
    const { sees, queued, lookUp, name, store } = await named(sharing);
    await store.mentions.put(mention("1"));
    expect(await sees.badgeFor({ post: own })).toBeNull();
    expect(await sees.offer({ post: own }, 1)).toMatchObject({ state: "dismissed" });
    const pasted = { link: "https://x.com/nilu/status/1", text: "Acme earbuds", author: "" };
    await expect(sees.add(pasted)).rejects.toMatchObject({ code: "own_post" });
    expect([await queued(), lookUp.mock.calls, world.told]).toEqual([[], [], []]);
    await name(["somebody_else"]);
    expect(await sees.badgeFor({ post: own })).not.toBeNull();
  });

  it("is not sent when the account was named after it was shown", async () => {
    const { sees, queued, name } = await named("ask");
    await name([]);
    await sees.offer({ post: own }, 1);
    await name(["nilu"]);
    await expect(sees.shareOffered("x:1")).rejects.toMatchObject({ code: "own_post" });
    expect(await queued()).toEqual([]);
  });
});

describe("a post that a member pasted", () => {
  it("is a mention also where no keyword stands in it, and new only once", async () => {
    const { sees } = await seeing("ask");
    const pasted = { link: "https://x.com/nilu/status/1", text: "They stop at 63 %", author: "Nilu" };
    expect(await sees.add(pasted)).toMatchObject({ mention: { id: "x:1", byHand: true }, isNew: true });
    expect(await sees.add(pasted)).toMatchObject({ isNew: false });
  });
});

describe("what an author wrote below our reply", () => {
  it("is queued once; what is something else is passed over", async () => {
    const { store, sees, queued } = await seeing("all");
    const reply = { url: "https://x.com/dana_k/status/50", text: "Hold it.", postedAt: iso(noonMs), author: { id: "m", name: "Dana" } };
    await store.mentions.put(mention("1", { status: "answered", reply: reply as never }));
    const later = post("60", { text: "Thanks!" });
    await sees.followUp({ mentionId: "x:1", post: later, below: "51" });
    expect(await queued()).toEqual([]);
    await sees.followUp({ mentionId: "x:1", post: later, below: "50" });
    await sees.followUp({ mentionId: "x:1", post: later, below: "50" });
    expect(await queued()).toEqual([["mention.follow_up", "Thanks!"]]);
  });
});
