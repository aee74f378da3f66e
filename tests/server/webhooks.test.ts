import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { beforeEach, describe, expect, it } from "vitest";
import type { MentionEvent } from "../../lib/schema/integration.ts";
import { deliverDue, retryPauseMs } from "../../server/handover/deliver.ts";
import { gatherNews } from "../../server/handover/news.ts";
import { Served, serve } from "./desks/served.ts";
import { angry, sighting, type TestDevice, useServer } from "./support.ts";

class Listener extends Served {
  heard: { to: string; headers: Record<string, string>; body: string }[] = [];
  constructor() {
    super();
    this.app.post("*", async (context) => {
      const to = context.req.url.slice(context.req.url.indexOf("/", 8));
      this.heard.push({ to, headers: context.req.header(), body: await context.req.text() });
      return context.text("ok");
    });
  }
  override forget(): void {
    this.heard = [];
  }
  bodies() {
    return this.heard.map(({ body }) => JSON.parse(body));
  }
}

const server = useServer();
const listener = serve(new Listener());
const secret = `whsec_${Buffer.from("a signing secret of 24 bytes").toString("base64")}`;
const never = new AbortController().signal;
const minute = 60_000;
let admin: TestDevice;
let ann: TestDevice;
let integrationId: string;

beforeEach(async () => {
  const workspace = await server().workspace();
  admin = await server().join(workspace, "admin");
  ann = await server().join(workspace, "advocate");
  integrationId = randomUUID();
});

async function round(): Promise<void> {
  await gatherNews(server().deps, ann.workspaceId);
  await deliverDue(server().deps, ann.workspaceId, never);
}
const log = () => admin.run("delivery.list", { integrationId });
const shared = () => ({ id: integrationId, name: "Ours", enabled: true });
const webhook = (events: MentionEvent[], key = secret) =>
  admin.run("integration.save", { ...shared(), target: { kind: "webhook", address: listener.address }, events, secret: key });
const chat = (events: MentionEvent[]) =>
  admin.run("integration.save", { ...shared(), target: { kind: "chat" }, events, secret: `${listener.address}/services/T0/B0/x` });

describe("a webhook", () => {
  it("is signed after Standard Webhooks and holds the mention", async () => {
    await webhook(["escalated"]);
    await ann.run("mention.report", sighting("1", { excerpt: angry }));
    await round();
    const [call] = listener.heard;
    // The library refuses old and future time stamps by the machine's clock.
    const { "webhook-timestamp": at = "", "webhook-id": id = "", "webhook-signature": signature } = call?.headers ?? {};
    expect(Number(at) * 1000).toBe(server().clock.now().getTime());
    expect(signature).toBe(new Webhook(secret).sign(id, new Date(Number(at) * 1000), call?.body ?? ""));
    expect(listener.bodies()).toMatchObject([{ type: "mention.escalated", data: { id: "x:1", route: "first_line", excerpt: angry } }]);
  });

  it("tells only what was asked for, each once and in order", async () => {
    await webhook(["answered", "returned"]);
    await ann.run("mention.report", sighting("1", { excerpt: angry }));
    await round();
    await admin.run("mention.route", { mentionId: "x:1", route: "community", note: "" });
    await round();
    const { claim } = await ann.run("claim.take", { mentionId: "x:1" });
    await ann.run("reply.posted", { mentionId: "x:1", fence: claim?.fence ?? 0, text: "Hi", url: null, proof: "confirmed" });
    await round();
    await round();
    expect(listener.bodies().map(({ type }) => type)).toEqual(["mention.returned", "mention.answered"]);
  });

  it("is tried again with the same id, and told again when asked", async () => {
    await webhook(["escalated"]);
    await ann.run("mention.report", sighting("1", { excerpt: angry }));
    listener.fail("broken");
    await round();
    server().clock.advance(minute);
    await round();
    const [delivery] = await log();
    expect(delivery).toMatchObject({ state: "done", attempts: 2 });
    await admin.run("delivery.replay", { integrationId, deliveryId: delivery?.id ?? "" });
    await round();
    expect(new Set(listener.heard.map(({ headers }) => headers["webhook-id"]))).toHaveProperty("size", 1);
    expect(new Set(listener.heard.map(({ body }) => body))).toHaveProperty("size", 1);
    expect(listener.heard).toHaveLength(3);
  });

  const types = () => listener.bodies().map(({ type, data }) => `${type} ${data.id}`);
  const dismiss = (mentionId: string) => admin.run("mention.dismiss", { mentionId, reason: "spam" });

  it("that refuses a message gets the next ones of that mention at once, and that one again when asked", async () => {
    await webhook(["escalated", "dismissed"]);
    await ann.run("mention.report", sighting("1", { excerpt: angry }));
    listener.fail(422);
    await round();
    expect(await log()).toMatchObject([{ event: "escalated", state: "failed", problem: "refused", status: 422, attempts: 1 }]);
    await dismiss("x:1");
    await round();
    expect(types()).toEqual(["mention.dismissed x:1"]);
    await admin.run("delivery.replay", { integrationId, deliveryId: null });
    await round();
    expect(types()).toEqual(["mention.dismissed x:1", "mention.escalated x:1"]);
    expect(await log()).toMatchObject([{ state: "done" }, { state: "done" }]);
  });

  it.each([404, 408, 429, 500, 503])("that answers %i is told later, in the order in which it happened", async (status) => {
    await webhook(["escalated", "dismissed"]);
    await ann.run("mention.report", sighting("1", { excerpt: angry }));
    listener.fail(status);
    await round();
    server().clock.advance(1);
    await dismiss("x:1");
    await round();
    expect(types()).toEqual([]);
    server().clock.advance(minute);
    await round();
    expect(types()).toEqual(["mention.escalated x:1", "mention.dismissed x:1"]);
  });

  it("that says it is gone hears nothing more, the admin is told, and what waits comes to its new address", async () => {
    await webhook(["escalated"]);
    await ann.run("mention.report", sighting("1", { excerpt: angry }));
    listener.fail(410);
    await round();
    const [ended] = await admin.run("integration.list", {});
    expect(ended).toMatchObject({ enabled: false, problem: "gone", pausedUntil: null, waiting: 1, failed: 0 });
    await ann.run("mention.report", sighting("2", { excerpt: angry }));
    server().clock.advance(5 * minute);
    await round();
    expect(listener.calls).toHaveLength(1);
    await webhook(["escalated"]);
    await round();
    expect(types()).toEqual(["mention.escalated x:1"]);
    expect(await admin.run("integration.list", {})).toMatchObject([{ enabled: true, problem: null, waiting: 0 }]);
  });

  it("waits a little less than the pause, by chance, and never less than was asked for", () => {
    const pauses = Array.from({ length: 200 }, () => retryPauseMs(3, null));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(5 * minute);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(4 * minute);
    expect(new Set(pauses).size).toBeGreaterThan(100);
    expect(retryPauseMs(1, 93_000)).toBe(93_000);
    expect(retryPauseMs(1, 10 ** 12)).toBe(24 * 60 * minute);
    expect(retryPauseMs(99, null, () => 0)).toBe(24 * 60 * minute);
  });

  it.each([
    "/hooks/fanswer/",
    "/hooks/fanswer",
    "//two//",
    "/h?path=/",
    "/@team/hook",
    "/h?to=a@b.example&x=%2Fa%20b",
    "/a%2Fb/%E2%82%AC?sp=%2Ftriggers%2F",
    "/?",
    "/h?",
    "/~x;y=1/$'()*!",
  ])("is called at %s as it was pasted", async (path) => {
    const target = { kind: "webhook", address: `${listener.address}${path}` } as const;
    const [saved] = await admin.run("integration.save", { ...shared(), target, events: [], secret });
    expect(saved?.target).toEqual(target);
    await admin.run("integration.test", { integrationId });
    await round();
    expect(listener.heard.map(({ to }) => to)).toEqual([path.replace(/\?$/, "")]);
    expect(await log()).toMatchObject([{ state: "done" }]);
  });

  it("keeps what stands behind a # to itself, and takes capitals and names of every script", async () => {
    for (const address of [`  ${listener.address.toUpperCase()}/h#part `, "https://bücher.example/h", "https://acme.example:443"]) {
      const [saved] = await admin.run("integration.save", { ...shared(), target: { kind: "webhook", address }, events: [], secret });
      expect(saved?.target).toEqual({ kind: "webhook", address: address.trim() });
    }
  });

  it.each([
    "https://kim:secret@acme.example/h",
    "https://kim@acme.example/h",
    "https://acme.example/a b",
    "https:acme.example",
    "ftp://acme.example/",
    "acme.example/h",
    "https://",
  ])("is not saved at %s", async (address) => {
    const target = { kind: "webhook", address } as const;
    await expect(admin.run("integration.save", { ...shared(), target, events: [], secret })).rejects.toMatchObject({ code: "malformed" });
  });

  it("is refused with a secret that cannot sign", async () => {
    await expect(webhook([], "whsec_not base64!")).rejects.toMatchObject({ code: "malformed" });
  });

  it("hears nothing while it is off, and what waits comes when it is on", async () => {
    await webhook(["escalated"]);
    await ann.run("mention.report", sighting("1", { excerpt: angry }));
    await gatherNews(server().deps, ann.workspaceId);
    const off = {
      ...shared(),
      target: { kind: "webhook", address: listener.address } as const,
      events: ["escalated" as const],
      secret: null,
    };
    await admin.run("integration.save", { ...off, enabled: false });
    await round();
    expect(listener.heard).toEqual([]);
    await admin.run("integration.save", off);
    await round();
    expect(listener.heard).toHaveLength(1);
  });
});

describe("a chat", () => {
  it("gets a line about what is angry, with its link and without anybody being called by it", async () => {
    await chat(["escalated"]);
    const shout = `${angry} <!channel> @here *now*`;
    await ann.run("mention.report", sighting("1", { excerpt: shout, author: { handle: "kit", name: "<@U1|Kit>", verified: null } }));
    await round();
    const [{ text }] = listener.bodies();
    expect(text).toContain("https://x.com/someone/status/1");
    expect(text).toContain("Waits for the first line.");
    expect(text).not.toMatch(/<|@here|@U1|\*now/);
    expect(listener.calls).toEqual(["POST /services/T0/B0/x"]);
  });

  it("hears once that a clock runs out, before it does", async () => {
    await chat(["clock_warning"]);
    const { dueAt } = await ann.run("mention.report", sighting("1"));
    await round();
    expect(listener.heard).toEqual([]);
    server().clock.advance(Date.parse(dueAt) - 15 * minute - server().clock.now().getTime());
    await round();
    await round();
    expect(listener.bodies()).toMatchObject([{ text: expect.stringContaining("The first answer is due at 11:30 UTC.") }]);
  });

  it("hears nothing of a clock that was answered", async () => {
    await chat(["clock_warning"]);
    const { dueAt } = await ann.run("mention.report", sighting("1"));
    const { claim } = await ann.run("claim.take", { mentionId: "x:1" });
    await ann.run("reply.posted", { mentionId: "x:1", fence: claim?.fence ?? 0, text: "Hi", url: null, proof: "confirmed" });
    server().clock.advance(Date.parse(dueAt) - server().clock.now().getTime());
    await round();
    expect(listener.heard).toEqual([]);
  });

  it("whose channel is gone is switched off", async () => {
    await chat(["escalated"]);
    await ann.run("mention.report", sighting("1", { excerpt: angry }));
    listener.fail(410);
    await round();
    expect(await admin.run("integration.list", {})).toMatchObject([{ enabled: false, problem: "gone" }]);
  });

  describe("when the server itself fails at a message", () => {
    /** What an earlier release may have left: a mention without most of what it has. */
    const spoil = () =>
      server().deps.pool.query("UPDATE deliveries SET payload = '{}' WHERE workspace_id = $1 AND event = 'escalated'", [ann.workspaceId]);

    beforeEach(async () => {
      await chat(["escalated", "dismissed"]);
      await ann.run("mention.report", sighting("1", { excerpt: angry }));
      await gatherNews(server().deps, ann.workspaceId);
      await spoil();
    });

    it("tells what happened later, tries that one a dozen times, and shows it to the admin as given up", async () => {
      await admin.run("mention.dismiss", { mentionId: "x:1", reason: "spam" });
      await round();
      expect(listener.bodies()).toMatchObject([{ text: expect.stringContaining("Set aside") }]);
      expect((await log()).find(({ event }) => event === "escalated")).toMatchObject({
        state: "waiting",
        problem: "internal",
        attempts: 1,
      });
      for (let tries = 0; tries < 20; tries++) {
        server().clock.advance(24 * 60 * minute);
        await round();
      }
      expect((await log()).find(({ event }) => event === "escalated")).toMatchObject({
        state: "failed",
        problem: "internal",
        attempts: 12,
      });
      expect(await admin.run("integration.list", {})).toMatchObject([{ waiting: 0, failed: 1 }]);
    });

    it("gives it up where it died of every try, without another one", async () => {
      await server().deps.pool.query("UPDATE deliveries SET payload = 'null', attempts = 12 WHERE workspace_id = $1", [ann.workspaceId]);
      await round();
      expect(listener.heard).toEqual([]);
      expect(await admin.run("integration.list", {})).toMatchObject([{ problem: "internal", waiting: 0, failed: 1 }]);
    });
  });

  it("keeps its address, which is its key, to the server", async () => {
    const shown = JSON.stringify([await chat([]), await log(), await admin.sync([])]);
    expect(shown).not.toContain("services/T0");
  });
});
