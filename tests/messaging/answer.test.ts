// @vitest-environment node
import * as v from "valibot";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answerMessages, type Handlers } from "../../lib/messaging/answer.ts";
import { ask } from "../../lib/messaging/ask.ts";
import { FanswerError } from "../../lib/schema/errors.ts";
import { type MessageName, toBackground } from "../../lib/schema/messages.ts";
import { senders } from "../../lib/schema/senders.ts";
import { isPageOf } from "../../lib/sites/own-site.ts";
import { seeded } from "../../scripts/seeded.ts";
import browser, { deliver, extensionId, extensionOrigin, hosts, ownSender, pageSender, resetBrowser, world } from "../support/browser.ts";
import { post as somePost } from "../support/samples.ts";

const names = Object.keys(toBackground) as MessageName[];
const senderOf = {
  page: pageSender(),
  popup: ownSender("popup"),
  panel: ownSender("sidepanel"),
  admin: ownSender("admin"),
  welcome: ownSender("welcome"),
  settings: ownSender("options"),
  you: ownSender("you"),
};
/** Right for every message that a page may send. */
const onX = {
  ...{
    mentionId: "x:1",
    fence: 1,
    site: "x",
    post: somePost("1"),
    below: "1",
    text: "t",
    lang: "en",
    line: "l",
    note: "",
    source: "pairing",
  },
  ...{ route: "community", reason: "spam", url: null, proof: "confirmed", editor: "div", posts: 1, readable: 1, missing: [] },
};
const called: string[] = [];
const handlers = Object.fromEntries(names.map((name) => [name, async () => void called.push(name)])) as unknown as Handlers;

beforeEach(() => {
  resetBrowser();
  called.length = 0;
  answerMessages(toBackground, handlers, { id: extensionId, origin: extensionOrigin, hosts, isPageOf });
});
afterEach(() => vi.restoreAllMocks());

describe("answering", () => {
  it.each(names)("%s is refused to everybody it is not for, whatever it holds", async (name) => {
    const wrong = senders.filter((sender) => !(toBackground[name].from as readonly string[]).includes(sender));
    for (const sender of [
      ...wrong.map((kind) => senderOf[kind]),
      { ...pageSender(), frameId: 1 },
      { ...ownSender("popup"), id: "other" },
      {},
    ]) {
      for (const args of [null, {}, { mentionId: "x:1" }]) {
        expect(await deliver({ name, args }, sender)).toMatchObject({ ok: false, code: "forbidden" });
      }
    }
    expect(called).toEqual([]);
  });

  it("refuses what has the wrong form and changes nothing, from anybody it is for", async () => {
    const random = seeded(7);
    for (let turn = 0; turn < 2_000; turn += 1) {
      const name = names[Math.floor(random() * names.length)] as MessageName;
      const args = junk(random);
      // Junk may be right by chance.
      if (v.is(toBackground[name].args, args)) continue;
      const sender = senderOf[toBackground[name].from[0] ?? "page"];
      expect(await deliver({ name, args }, sender), `${name} ${JSON.stringify(args)}`).toMatchObject({ ok: false, code: "malformed" });
    }
    expect(called).toEqual([]);
  });

  const ofNoPost: readonly string[] = ["disclosure.keep", "language.texts"];
  it.each(names.filter((name) => (toBackground[name].from as readonly string[]).includes("page") && !ofNoPost.includes(name)))(
    "%s is refused to a page of another site than the post's",
    async (name) => {
      const facebook = { ...pageSender(), url: "https://www.facebook.com/", origin: "https://www.facebook.com", tab: { id: 5 } };
      // What is kept with a text is not a whole post.
      const args =
        name === "text.keep"
          ? { ...onX, post: null }
          : { ...onX, ending: "corrected", words: "w", itemId: "pairing", item: { lang: "en", title: "T", answer: "A" } };
      expect(await deliver({ id: crypto.randomUUID(), name, args }, facebook)).toMatchObject({ ok: false, code: "forbidden" });
      expect(await deliver({ id: crypto.randomUUID(), name, args }, pageSender())).toMatchObject({ ok: true });
    },
  );

  it.each([undefined, null, 7, "sync.now", [], {}, { name: 7 }, { name: "toString" }, { name: "__proto__" }, { name: "sync.never" }])(
    "does not know %j",
    async (message) => {
      expect(await deliver(message, ownSender("popup"))).toEqual({ ok: false, code: "unknown_operation", detail: null });
      expect(await deliver(message, { ...pageSender(), frameId: 2 })).toMatchObject({ ok: false, code: "forbidden" });
    },
  );

  it("gives the handler parsed arguments and who asked", async () => {
    resetBrowser();
    const seen: unknown[] = [];
    const note: Handlers = {
      ...handlers,
      async "drift.note"(...given) {
        seen.push(...given);
        return null;
      },
    };
    answerMessages(toBackground, note, { id: extensionId, origin: extensionOrigin, hosts, isPageOf });
    const args = { site: "x", posts: 3, readable: 0, missing: ["text"] };
    expect(await deliver({ name: "drift.note", args: { ...args, more: "is dropped" } }, pageSender(5))).toEqual({ ok: true, value: null });
    expect(seen).toEqual([args, { kind: "page", tabId: 5, url: "https://x.com/home", messageId: expect.any(String), community: null }]);
  });
});

describe("asking", () => {
  const failWith = (thrown: unknown) => {
    resetBrowser();
    const failing = { ...handlers, "session.get": () => Promise.reject(thrown) } as Handlers;
    answerMessages(toBackground, failing, { id: extensionId, origin: extensionOrigin, hosts, isPageOf });
  };

  it("gets the reply", async () => {
    expect(await ask("sync.now", null)).toBeUndefined();
    expect(called).toEqual(["sync.now"]);
  });

  it("gets the code of what went wrong", async () => {
    failWith(new FanswerError("lease_held", "x:1"));
    await expect(ask("session.get", null)).rejects.toMatchObject({ code: "lease_held", detail: "x:1" });
  });

  it("gets no word of a foreign error", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    failWith(new Error("secret path"));
    const envelope = await deliver({ name: "session.get", args: null }, ownSender("popup"));
    expect(envelope).toEqual({ ok: false, code: "internal", detail: null });
    expect(log).toHaveBeenCalledOnce();
  });

  it("says that the extension was updated under the page", async () => {
    const send = vi.spyOn(browser.runtime, "sendMessage").mockRejectedValue(new Error("Extension context invalidated."));
    browser.runtime.id = undefined;
    await expect(ask("sync.now", null)).rejects.toMatchObject({ code: "extension_reloaded" });
    expect(send).toHaveBeenCalledOnce();
  });

  it("asks again under the same id when the worker ended before it answered", async () => {
    const ids: unknown[] = [];
    const send = vi.spyOn(browser.runtime, "sendMessage").mockImplementation(async (message: unknown) => {
      ids.push((message as { id: unknown }).id);
      if (ids.length < 2) throw new Error("The message channel closed before a response was received.");
      return { ok: true, value: null };
    });
    await expect(ask("sync.now", null)).resolves.toBeNull();
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it("never asks for a second paste", async () => {
    const send = vi.spyOn(browser.runtime, "sendMessage").mockRejectedValue(new Error("The message channel closed."));
    await expect(ask("reply.insert", { mentionId: "x:1", editor: "div", text: "Hi" })).rejects.toMatchObject({ code: "internal" });
    expect(send).toHaveBeenCalledOnce();
  });

  it("says internal when nobody answers", async () => {
    resetBrowser();
    world.sender = ownSender("popup");
    await expect(ask("sync.now", null)).rejects.toMatchObject({ code: "internal" });
  });
});

/** Something that is not what any message takes. */
function junk(random: () => number): unknown {
  const pick = <T>(...of: T[]) => of[Math.floor(random() * of.length)];
  const value = (): unknown =>
    pick<unknown>(null, undefined, -1, Number.NaN, "", "x".repeat(20_000), [], {}, true, { mentionId: 4 }, "<b>", "\0");
  return pick<unknown>(
    value(),
    [value(), value()],
    { mentionId: value() },
    { mentionId: "no colon", fence: value(), text: value() },
    { post: value(), hits: value() },
    { site: value(), posts: value(), readable: value(), missing: value() },
    { operationId: pick<unknown>(null, 1, {}), invitation: value(), sharing: "some" },
    { role: "owner", languages: value(), listId: value(), entries: value() },
  );
}
