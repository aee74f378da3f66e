import { beforeEach, describe, expect, it } from "vitest";
import { type ClockSettings, defaultClock } from "../../lib/schema/clock.ts";
import { handOnWorkspace } from "../../server/jobs/sweep.ts";
import { everything, mentionsOf, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
let admin: TestDevice;
let ann: TestDevice;

const day = [{ from: "09:00", to: "17:00" }];
const office: ClockSettings = {
  ...defaultClock,
  communityMinutes: 45,
  hours: { zone: "Europe/Oslo", week: [day, day, day, day, day, [], []], holidays: [{ date: "2026-03-09", name: "Inventory" }] },
};

beforeEach(async () => {
  const workspace = await server().workspace();
  admin = await server().join(workspace, "admin");
  ann = await server().join(workspace, "advocate");
});

describe("the first-answer clock", () => {
  it("runs day and night for two hours until the workspace sets another", async () => {
    const { dueAt } = await ann.run("mention.report", sighting("1", { postedAt: "2026-03-01T22:30:00.000Z" }));
    expect(dueAt).toBe("2026-03-02T00:30:00.000Z");
  });

  it("stands still outside the hours, over weekends and holidays", async () => {
    expect(await admin.run("clock.save", office)).toMatchObject({ clock: office });
    const friday = await ann.run("mention.report", sighting("1", { postedAt: "2026-02-27T15:30:00.000Z" }));
    expect(friday.dueAt).toBe("2026-03-02T09:30:00.000Z");
    const { rows } = await server().deps.pool.query("SELECT warn_at FROM mentions WHERE workspace_id = $1", [ann.workspaceId]);
    expect(rows[0].warn_at.toISOString()).toBe("2026-03-02T09:15:00.000Z");
  });

  it("is not set anew by what happens to the post later", async () => {
    const { dueAt } = await ann.run("mention.report", sighting("1"));
    await admin.run("clock.save", office);
    await ann.run("mention.report", sighting("1", { postedAt: null, counts: { replies: 4, reposts: 2, likes: 90, views: 90_000 } }));
    await admin.run("mention.route", { mentionId: "x:1", route: "second_line", note: "" });
    await admin.run("mention.dismiss", { mentionId: "x:1", reason: "spam" });
    await admin.run("mention.reopen", { mentionId: "x:1" });
    expect((await mentionsOf(admin)).get("x:1")?.dueAt).toBe(dueAt);
  });

  it("leaves a post that speaks of danger 15 minutes from when it was first seen, at any hour", async () => {
    await admin.run("clock.save", office);
    server().clock.advance(12 * 3_600_000);
    const now = server().clock.now().getTime();
    const excerpt = "The acme kettle caught fire and the kitchen is full of smoke, my son is in hospital";
    const hits = [{ entryId: "brand", label: "Acme", start: 4, end: 8, form: "exact" as const, context: [] }];
    const mention = await ann.run("mention.report", sighting("1", { excerpt, hits, postedAt: new Date(now).toISOString() }));
    expect(mention).toMatchObject({ route: "first_line", triage: { hazard: "safety" } });
    expect(Date.parse(mention.dueAt) - now).toBe(15 * 60_000);
    const { rows } = await server().deps.pool.query("SELECT warn_at FROM mentions WHERE workspace_id = $1", [ann.workspaceId]);
    expect(rows[0].warn_at.getTime() - now).toBe(5 * 60_000);
  });

  it("is cut to that when staff find danger in a post later, and gives no time back when they find none", async () => {
    const { dueAt } = await ann.run("mention.report", sighting("1"));
    const firstSeen = server().clock.now().getTime();
    server().clock.advance(60_000);
    const say = (value: string | null) => admin.run("mention.overrule", { mentionId: "x:1", field: "hazard", value });
    const found = await say("safety");
    expect(Date.parse(found.dueAt)).toBe(Math.min(Date.parse(dueAt), firstSeen + 15 * 60_000));
    expect(found).toMatchObject({ route: "first_line", triage: { hazard: "safety" } });
    expect((await say(null)).dueAt).toBe(found.dueAt);
  });

  it("reaches every device of the workspace, and only admins may set it", async () => {
    await expect(ann.run("clock.save", office)).rejects.toMatchObject({ code: "forbidden" });
    await admin.run("clock.save", office);
    const { changes } = await everything(ann);
    expect(changes.find((change) => change.kind === "workspace")?.value).toMatchObject({ clock: office });
  });

  it("is refused with a calendar on which nobody ever works", async () => {
    const hours = { zone: "Europe/Oslo", week: Array(7).fill([]), holidays: [] };
    await expect(admin.run("clock.save", { ...office, hours })).rejects.toMatchObject({ code: "malformed" });
  });
});

it("a post that the community leaves is the first line's after the time that the workspace set, and the log says so", async () => {
  await admin.run("clock.save", office);
  await ann.run("mention.report", sighting("1"));
  const handOn = () => handOnWorkspace(server().deps, ann.workspaceId);
  server().clock.advance(45 * 60_000 - 1);
  await handOn();
  expect((await mentionsOf(ann)).get("x:1")?.route).toBe("community");
  server().clock.advance(1);
  await Promise.all([handOn(), handOn()]);
  await handOn();
  expect((await mentionsOf(admin)).get("x:1")).toMatchObject({ status: "escalated", route: "first_line" });
  const { rows } = await server().deps.pool.query(
    "SELECT member_id, action, subject, detail FROM audit_log WHERE workspace_id = $1 AND action LIKE 'rule.%'",
    [ann.workspaceId],
  );
  expect(rows).toEqual([{ member_id: null, action: "rule.unclaimed", subject: "x:1", detail: { route: "first_line" } }]);
});

it("a post that nobody waits for stays with the community however long it waits", async () => {
  const excerpt = "The acme store is hiring drivers, apply now and join our team";
  const hits = [{ entryId: "brand", label: "Acme", start: 4, end: 8, form: "exact" as const, context: [] }];
  await ann.run("mention.report", sighting("1", { excerpt, hits }));
  await ann.run("mention.report", sighting("2"));
  server().clock.advance(24 * 3_600_000);
  await handOnWorkspace(server().deps, ann.workspaceId);
  const mentions = await mentionsOf(admin);
  expect([mentions.get("x:1")?.route, mentions.get("x:2")?.route]).toEqual(["community", "first_line"]);
});
