// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Post } from "../../../lib/schema/post.ts";
import { putMentions } from "../../../lib/store/turns.ts";
import { runningBackground } from "../../support/background.ts";
import { resetBrowser, world } from "../../support/browser.ts";
import { dana, iso, mention, noonMs, post } from "../../support/samples.ts";

beforeEach(resetBrowser);

const reply = { text: "Hold the button.", url: "https://x.com/robin/status/2", proof: "seen", author: dana, at: iso(noonMs) } as const;
const answered = mention("1", { status: "answered", reply });
const later = (id: string, change: Partial<Post> = {}) =>
  post(id, { permalink: `https://x.com/nilu/status/${id}`, text: "Thanks, that did it", ...change });
const talk = "https://x.com/nilu/status/1";

async function withAnswered(at = talk, sharing: "all" | "ask" = "all") {
  const running = await runningBackground({ sharing });
  await putMentions(running.store(), [answered], 120);
  running.server.put({ kind: "mention", value: answered });
  world.tabs = [{ id: 1, url: at, incognito: false }];
  return running;
}

describe("a tab that shows the talk around an answered post", () => {
  const told = () => world.told.filter(({ name }) => name === "thread.watch").map(({ args }) => args);

  it.each([
    ["of the post", talk],
    ["of our reply", reply.url],
  ])("on the page %s is watched for what the author writes next", async (_name, at) => {
    const { fromPage } = await withAnswered(at);
    await fromPage("post.seen", { post: post("1") }, 1);
    await vi.waitFor(() => expect(told()).toEqual([{ community: "fanswer", mentionId: "x:1", postId: "1" }]));
    expect(world.injected.map(({ files }) => files)).toEqual([["/thread.js"]]);
  });

  it.each([
    ["on a feed", "https://x.com/home", "all"],
    ["on another talk's page", "https://x.com/nilu/status/9", "all"],
    ["of a member who is asked each time", talk, "ask"],
  ] as const)("%s is not", async (_name, at, sharing) => {
    const { fromPage } = await withAnswered(at, sharing);
    expect(await fromPage("post.seen", { post: post("1") })).toMatchObject({ value: [{ state: "answered" }] });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(world.injected).toEqual([]);
  });
});

describe("what a page says that the author wrote next", () => {
  const followUps = (requests: readonly { readonly operations: readonly unknown[] }[]) =>
    requests
      .flatMap(({ operations }) => operations as { readonly name: string; readonly args: unknown }[])
      .filter(({ name }) => name === "mention.follow_up");

  it("goes to the server, once however often it is passed", async () => {
    const { fromPage, server } = await withAnswered();
    for (let time = 0; time < 3; time++) await fromPage("follow_up.seen", { mentionId: "x:1", post: later("3"), below: "2" });
    await vi.waitFor(() => expect(followUps(server.requests)).toHaveLength(1));
    const args = { mentionId: "x:1", postId: "3", excerpt: "Thanks, that did it", url: "https://x.com/nilu/status/3", lang: "en" };
    expect(followUps(server.requests)).toMatchObject([{ args }]);
  });

  it.each<[string, Post, string]>([
    ["below another reply", later("3"), "8"],
    ["by somebody else", later("3", { author: { handle: "mo", name: "Mo", verified: null } }), "2"],
    ["and is the post itself", later("1"), "2"],
    ["from a protected account", later("3", { protected: true }), "2"],
  ])("stays here when it stands %s", async (_name, seen, below) => {
    const { fromPage, store } = await withAnswered();
    expect(await fromPage("follow_up.seen", { mentionId: "x:1", post: seen, below })).toEqual({ ok: true, value: null });
    expect(await store().outbox.count()).toBe(0);
  });

  it("counts for no post whose reply has no known place, and for none that is not held", async () => {
    const { fromPage, server, store } = await withAnswered();
    const placeless = mention("1", { status: "answered", reply: { ...reply, url: null } });
    server.put({ kind: "mention", value: placeless });
    await putMentions(store(), [placeless], 120);
    for (const mentionId of ["x:1", "x:77"]) await fromPage("follow_up.seen", { mentionId, post: later("3"), below: "2" });
    expect(await store().outbox.count()).toBe(0);
  });
});
