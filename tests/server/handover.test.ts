import { describe, expect, it } from "vitest";
import { deliverDue } from "../../server/handover/deliver.ts";
import { gatherNews } from "../../server/handover/news.ts";
import { readBack } from "../../server/handover/read-back.ts";
import { gatherAllNews, handOver } from "../../server/jobs/handover.ts";
import { minute, never, useHandover } from "./desks/setup.ts";
import { angry, mentionsOf, sighting } from "./support.ts";

const { server, desks, zendesk, chatwoot, zammad, admin, ann, id, round, take, save, seen, log, escalate, answer } = useHandover();

describe.each(desks)("$name", ({ desk, opening, target }) => {
  const all = () => desk.texts().flat().join("\n");

  it("gets one ticket for a mention that goes to staff, with post, link, reasons, draft and history", async () => {
    await save(target(), desk.token);
    await ann().run("mention.report", sighting("1"));
    const { claim } = await ann().run("claim.take", { mentionId: "x:1" });
    await ann().run("draft.save", { mentionId: "x:1", fence: claim?.fence ?? 0, text: "Hello, have you tried the case?" });
    await round();
    expect(desk.texts()).toEqual([]);
    await ann().run("mention.route", { mentionId: "x:1", route: "second_line", note: "Needs a technician" });
    await round();
    await round();
    expect(desk.texts()).toHaveLength(1);
    for (const part of ["Does the acme app work on tablets?", "https://x.com/someone/status/1", "the second line", "Needs a technician"])
      expect(all()).toContain(part);
    expect(all()).toContain("Draft by A advocate:\nHello, have you tried the case?");
    expect(all()).toContain("A advocate: mention.route (second_line)");
    expect(desk.isOpen()).toEqual([true]);
    expect(await seen()).toMatchObject({ problem: null, waiting: 0, failed: 0 });
  });

  it("hears what follows and closes with the answer", async () => {
    await save(target(), desk.token);
    await escalate();
    await round();
    await admin().run("mention.route", { mentionId: "x:1", route: "second_line", note: "" });
    await round();
    await answer();
    await round();
    expect(all()).toContain("Waits for the second line.");
    expect(all()).toContain("Answered on the site by A admin, https://x.com/acme/status/9:\nSo sorry. We wrote to you.");
    expect(desk.isOpen()).toEqual([false]);
    expect(desk.count(opening)).toBe(1);
  });

  it("is opened again, not twice, when the mention comes back to staff", async () => {
    await save(target(), desk.token);
    await escalate();
    await round();
    await admin().run("mention.dismiss", { mentionId: "x:1", reason: "spam" });
    await round();
    expect(desk.isOpen()).toEqual([false]);
    await admin().run("mention.reopen", { mentionId: "x:1" });
    await round();
    expect(desk.isOpen()).toEqual([true]);
    expect(desk.count(opening)).toBe(1);
  });

  it("closes the mention when its ticket is closed there, unless somebody is answering it here", async () => {
    await save(target(), desk.token);
    await escalate();
    await round();
    const fence = await take();
    desk.close();
    const read = async () => {
      server().clock.advance(6 * minute);
      await readBack(server().deps, ann().workspaceId);
      return (await mentionsOf(admin())).get("x:1");
    };
    for (let beats = 0; beats < 6; beats++) {
      server().clock.advance(minute);
      await admin().run("claim.heartbeat", { mentionId: "x:1", fence });
    }
    await readBack(server().deps, ann().workspaceId);
    expect((await mentionsOf(admin())).get("x:1")?.status).toBe("claimed");
    await admin().run("claim.release", { mentionId: "x:1", fence });
    expect(await read()).toMatchObject({ status: "dismissed", note: "closed_at_desk" });
    await round();
    const asked = desk.calls.length;
    await read();
    expect(desk.calls).toHaveLength(asked);
    const history = await admin().run("mention.history", { mentionId: "x:1" });
    expect(history.at(-1)).toMatchObject({ who: null, action: "desk.closed", detail: { desk: "Desk" } });
  });

  it("is asked at once when it calls its hook, and believed in nothing else", async () => {
    await save(target(), desk.token);
    await escalate();
    await round();
    desk.close();
    const { hook } = (await seen()) ?? {};
    expect((await server().post(`${hook}0`, { ticket: { status: "solved" } })).status).toBe(404);
    await readBack(server().deps, ann().workspaceId);
    expect((await mentionsOf(admin())).get("x:1")?.status).toBe("escalated");
    expect((await server().post(hook ?? "", "anything")).status).toBe(204);
    await readBack(server().deps, ann().workspaceId);
    expect((await mentionsOf(admin())).get("x:1")?.status).toBe("dismissed");
  });

  it("gets strangers' and colleagues' words as they were written, though they look like a template", async () => {
    const words = "My {{ contact.name }} template {% comment %}shows{% endcomment %} `{{ order.total }}` {% raw %} and {{ agent.email }}";
    await save(target(), desk.token);
    await ann().run("mention.report", sighting("1", { excerpt: `${angry} {{ ticket.id }}` }));
    await round();
    server().clock.advance(1_000);
    await admin().run("mention.route", { mentionId: "x:1", route: "second_line", note: words });
    await round();
    const stands = all().replaceAll("\u200b", "");
    expect(stands).toContain(`${angry} {{ ticket.id }}`);
    expect(stands).toContain(words);
    expect(await seen()).toMatchObject({ problem: null, waiting: 0 });
  });

  it("tells by a test whether address and key are right", async () => {
    await save(target(), "a wrong key");
    await admin().run("integration.test", { integrationId: id() });
    await round();
    expect(await log()).toMatchObject([{ event: "test", state: "waiting", problem: "auth", status: 401 }]);
    await save(target(), desk.token);
    await round();
    expect(await log()).toMatchObject([{ event: "test", state: "done", problem: null }]);
  });

  it("gets one ticket however many servers are at it", async () => {
    await save(target(), desk.token);
    await escalate();
    await Promise.all([1, 2, 3].map(() => gatherNews(server().deps, ann().workspaceId)));
    await gatherNews(server().deps, ann().workspaceId);
    await Promise.all([1, 2, 3].map(() => deliverDue(server().deps, ann().workspaceId, never)));
    expect(desk.texts()).toHaveLength(1);
    expect(await log()).toHaveLength(1);
  });
});

it("a Zendesk ticket that is closed for good gets a new one when the mention comes back", async () => {
  await save(desks[0].target(), zendesk.token);
  await escalate();
  await round();
  await admin().run("mention.dismiss", { mentionId: "x:1", reason: "spam" });
  await round();
  zendesk.close("closed");
  await admin().run("mention.reopen", { mentionId: "x:1" });
  await round();
  expect(zendesk.isOpen()).toEqual([false, true]);
});

it("Chatwoot shows the customer nothing but the post, also when a note looks like a template", async () => {
  await save(desks[1].target(), chatwoot.token);
  await escalate();
  await round();
  server().clock.advance(1_000);
  const note = "Ask [@Kim](mention://user/1/Kim) about {{ contact.name }}";
  await admin().run("mention.route", { mentionId: "x:1", route: "second_line", note });
  await round();
  expect(chatwoot.shownToCustomer()).toEqual([angry]);
  expect(chatwoot.texts().flat().join()).not.toContain("mention://");
});

describe("a Zammad", () => {
  it.each(["closed successful", "solved by the shop", "merged"])("ticket in the state %s is closed", async (state) => {
    await save(desks[2].target(), zammad.token);
    await escalate();
    await round();
    zammad.close(state);
    server().clock.advance(6 * minute);
    await readBack(server().deps, ann().workspaceId);
    expect((await mentionsOf(admin())).get("x:1")).toMatchObject({ status: "dismissed", note: "closed_at_desk" });
  });

  it.each(["open", "closed for lunch", "pending close"])("ticket in the state %s is not", async (state) => {
    await save(desks[2].target(), zammad.token);
    await escalate();
    await round();
    zammad.close(state);
    server().clock.advance(6 * minute);
    await readBack(server().deps, ann().workspaceId);
    expect((await mentionsOf(admin())).get("x:1")?.status).toBe("escalated");
  });

  it("whose states have names of their own is closed and opened by their types", async () => {
    await save(desks[2].target(), zammad.token);
    zammad.renameStates();
    await escalate();
    await round();
    server().clock.advance(1_000);
    await admin().run("mention.dismiss", { mentionId: "x:1", reason: "spam" });
    await round();
    expect(zammad.tickets.map(({ state }) => state)).toEqual(["geschlossen"]);
    server().clock.advance(1_000);
    await admin().run("mention.reopen", { mentionId: "x:1" });
    await round();
    expect(zammad.tickets.map(({ state }) => state)).toEqual(["offen"]);
  });
});

it("all this happens by itself: the sweep finds the news, the job tells it", async () => {
  const { deps } = server();
  await save(desks[0].target(), zendesk.token);
  await escalate();
  const quiet = { ...deps, log: () => {} };
  await gatherAllNews(quiet);
  await handOver.run(quiet, never);
  expect(zendesk.texts()).toHaveLength(1);
});

describe("a secret", () => {
  it("leaves the server in no answer, change or log line", async () => {
    const lines: unknown[] = [];
    const deps = { ...server().deps, log: (...line: unknown[]) => void lines.push(line) };
    await save(desks[0].target(), "very-secret-key");
    await escalate();
    await gatherNews(deps, ann().workspaceId);
    await deliverDue(deps, ann().workspaceId, never);
    const told = JSON.stringify([await seen(), await log(), await admin().sync([]), lines]);
    expect(told).not.toContain("very-secret-key");
    const { rows } = await deps.pool.query("SELECT result FROM operations WHERE workspace_id = $1", [ann().workspaceId]);
    expect(JSON.stringify(rows)).not.toContain("very-secret-key");
  });

  it("is not sent to another address than the one it was given for", async () => {
    await save(desks[0].target(), zendesk.token);
    const moved = { kind: "zendesk", address: chatwoot.address, user: zendesk.user } as const;
    await expect(save(moved, null)).rejects.toMatchObject({ code: "malformed" });
    await expect(save(desks[0].target(), null)).resolves.toHaveLength(1);
  });

  it("and everything else about integrations is for admins", async () => {
    await save(desks[0].target(), zendesk.token);
    const staff = await server().join(ann().workspaceId, "staff");
    for (const device of [ann(), staff]) {
      await expect(device.run("integration.list", {})).rejects.toMatchObject({ code: "forbidden" });
      await expect(device.run("delivery.list", { integrationId: id() })).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(ann().run("mention.history", { mentionId: "x:1" })).rejects.toMatchObject({ code: "forbidden" });
  });
});
