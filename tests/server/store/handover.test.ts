import { beforeEach, describe, expect, it } from "vitest";
import type { CallProblem } from "../../../lib/schema/integration.ts";
import {
  addDeliveries,
  deliveryDone,
  deliveryFailed,
  forgetDeliveries,
  isDeliveryDue,
  replayFailed,
  takeDelivery,
} from "../../../server/store/deliveries.ts";
import {
  integrationEnds,
  integrationFails,
  integrationWorks,
  putIntegration,
  readyIntegrations,
} from "../../../server/store/integrations.ts";
import { all, first, one } from "../../../server/store/statement.ts";
import { beginTicket, takeUnread, ticketMoved, ticketOf, ticketOpened, unreadTickets } from "../../../server/store/tickets.ts";
import { sighting, useServer } from "../support.ts";

const server = useServer();
const pool = () => server().deps.pool;
const minute = (n: number) => new Date(Date.parse("2026-03-02T10:00:00.000Z") + n * 60_000);
let workspaceId: string;

beforeEach(async () => {
  workspaceId = await server().workspace();
  const ann = await server().join(workspaceId, "advocate");
  await ann.run("mention.report", sighting("1"));
  const rest = { workspaceId, name: "Ours", sealed: Buffer.from("s"), hookCode: "h", enabled: true, at: minute(0) };
  await all(pool(), putIntegration, { ...rest, id: "hook", target: '{"kind":"webhook"}', events: ["answered"] });
  await all(pool(), putIntegration, { ...rest, id: "desk", target: '{"kind":"zammad"}', events: [] });
});

const add = (deliveryId: string, event: "answered" | "escalated", at = minute(0)) =>
  all(pool(), addDeliveries, {
    allChats: false,
    workspaceId,
    deliveryId,
    mentionId: "x:1",
    event,
    payload: "null",
    at,
    kinds: ["zammad"],
    theirEvents: ["escalated"],
  });
const take = async (id: string, at: Date, passing: CallProblem[] = []) =>
  (await first(pool(), takeDelivery, workspaceId, at, id, minute(60), passing))?.delivery_id ?? null;
const fail = (deliveryId: string, state: "waiting" | "failed", nextAt = minute(0)) =>
  all(pool(), deliveryFailed, { workspaceId, deliveryId, state, problem: "internal", status: null, nextAt });

describe("what is to be told", () => {
  it("waits for those who want to hear of it, desks by what desks hear of", async () => {
    await add("1", "answered");
    await add("2", "escalated");
    expect([await take("hook", minute(0)), await take("desk", minute(0))]).toEqual(["1.hook", "2.desk"]);
    expect([await take("hook", minute(0)), await take("desk", minute(0))]).toEqual([null, null]);
  });

  it("of one mention keeps its order, unless the first failed by what lets others pass", async () => {
    await add("1", "answered");
    await add("2", "answered", minute(1));
    await take("hook", minute(1));
    await fail("1.hook", "waiting", minute(30));
    expect(await take("hook", minute(2))).toBeNull();
    expect(await take("hook", minute(2), ["internal"])).toBe("2.hook");
    await all(pool(), deliveryDone, workspaceId, "1.hook");
    expect(await take("hook", minute(61))).toBe("2.hook");
  });

  it("that was given up is told when an admin asks, and forgotten in the end", async () => {
    await add("1", "answered");
    await fail("1.hook", "failed");
    expect(await take("hook", minute(1))).toBeNull();
    await all(pool(), replayFailed, workspaceId, "hook", minute(2));
    expect([await take("hook", minute(1)), await take("hook", minute(2))]).toEqual([null, "1.hook"]);
    await all(pool(), forgetDeliveries, workspaceId, minute(61));
    expect(await take("hook", minute(120))).toBeNull();
  });
});

describe("an integration", () => {
  const ready = async (at: Date) =>
    (await all(pool(), readyIntegrations, workspaceId, at)).map(({ integration_id }) => integration_id).toSorted();
  const due = async (at: Date) => (await one(pool(), isDeliveryDue, workspaceId, at)).due;

  it("that failed as a whole rests until its pause is over, and counts its failures until a call goes through", async () => {
    await add("1", "answered");
    expect(await due(minute(0))).toBe(true);
    await all(pool(), integrationFails, workspaceId, "hook", "timeout", minute(5));
    expect([await ready(minute(4)), await due(minute(4)), await ready(minute(5))]).toEqual([["desk"], false, ["desk", "hook"]]);
    await all(pool(), integrationFails, workspaceId, "hook", "refused", null);
    const failures = async () =>
      (await pool().query("SELECT failures FROM integrations WHERE integration_id = 'hook' AND workspace_id = $1", [workspaceId])).rows[0]
        .failures;
    expect(await failures()).toBe(1);
    await all(pool(), integrationWorks, workspaceId, "hook");
    expect(await failures()).toBe(0);
  });

  it("where nobody is any more is off", async () => {
    await all(pool(), integrationEnds, workspaceId, "hook");
    expect(await ready(minute(0))).toEqual(["desk"]);
  });
});

describe("a ticket", () => {
  it("is known by its key before it is open, and asked about while it is, the longest unread first", async () => {
    await all(pool(), beginTicket, workspaceId, "desk", "x:1", "k1", minute(0));
    const unread = () => all(pool(), takeUnread, workspaceId, "desk", minute(10), minute(11), 5);
    expect(await unread()).toEqual([]);
    await all(pool(), ticketOpened, {
      workspaceId,
      integrationId: "desk",
      mentionId: "x:1",
      externalId: "7",
      url: "https://d.example/7",
      at: minute(1),
    });
    expect([await unread(), await unread()]).toEqual([[{ mention_id: "x:1", external_id: "7" }], []]);
    await all(pool(), ticketMoved, workspaceId, "desk", "x:1", true, minute(2));
    expect(await unread()).toEqual([]);
    await all(pool(), beginTicket, workspaceId, "desk", "x:1", "k2", minute(3));
    expect(await first(pool(), ticketOf, workspaceId, "desk", "x:1")).toEqual({
      mention_id: "x:1",
      ticket_key: "k2",
      external_id: null,
      closed: false,
    });
  });

  it("is asked about again when its desk calls its own hook, and no other", async () => {
    await all(pool(), beginTicket, workspaceId, "desk", "x:1", "k1", minute(0));
    await all(pool(), ticketOpened, { workspaceId, integrationId: "desk", mentionId: "x:1", externalId: "7", url: "", at: minute(20) });
    expect(await all(pool(), unreadTickets, workspaceId, "wrong", minute(0))).toEqual([]);
    expect(await all(pool(), takeUnread, workspaceId, "desk", minute(10), minute(11), 5)).toEqual([]);
    expect((await all(pool(), unreadTickets, workspaceId, "h", minute(0))).length).toBeGreaterThan(0);
    expect(await all(pool(), takeUnread, workspaceId, "desk", minute(10), minute(11), 5)).toHaveLength(1);
  });
});
