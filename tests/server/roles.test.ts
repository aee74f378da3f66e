import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { type OperationName, operations } from "../../lib/schema/operations.ts";
import { perHour } from "../../lib/schema/paces.ts";
import type { MemberQuery } from "../../lib/schema/people.ts";
import { can } from "../../lib/schema/roles.ts";
import { protocolVersion } from "../../lib/schema/wire.ts";
import { everything, mentionsOf, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
let workspace: string;
let amy: TestDevice;
let sam: TestDevice;
let ann: TestDevice;
let nia: TestDevice;
const ref = { mentionId: "x:1" };
const anybody: MemberQuery = { search: "", role: null, standing: null, order: "name", from: 0 };
const forbidden = { code: "forbidden" };

beforeEach(async () => {
  workspace = await server().workspace();
  amy = await server().join(workspace, "admin");
  sam = await server().join(workspace, "staff");
  ann = await server().join(workspace, "advocate", 1);
  nia = await server().join(workspace, "advocate", 0);
  await ann.run("mention.report", sighting("1"));
});

describe("a moderator", () => {
  let mod: TestDevice;
  beforeEach(async () => {
    mod = await server().join(workspace, "moderator", 0);
  });

  it("decides at once and is read by nobody first, also at level 0", async () => {
    await mod.run("mention.dismiss", { ...ref, reason: "spam" });
    expect(await ann.run("mention.get", ref)).toMatchObject({ status: "dismissed" });
    await mod.run("mention.reopen", ref);
    const { claim } = await mod.run("claim.take", ref);
    const posted = { ...ref, fence: claim?.fence ?? 0, text: "Hold it.", url: null, proof: "confirmed" } as const;
    expect(await mod.run("reply.posted", posted)).toMatchObject({ status: "answered" });
  });

  it("reviews, and one such word is enough", async () => {
    const { claim } = await nia.run("claim.take", ref);
    await nia.run("review.request", { ...ref, fence: claim?.fence ?? 0, text: "Hold it." });
    await mod.run("review.approve", { ...ref, text: "Hold it." });
    expect((await mentionsOf(nia)).get("x:1")).toMatchObject({ draft: { status: "approved" } });
  });

  it("pauses newcomers, lets those go on whom they paused, and touches nobody else", async () => {
    await mod.run("member.pause", { memberId: nia.memberId });
    await expect(nia.run("mention.get", ref)).rejects.toThrow();
    expect(await mod.run("member.resume", { memberId: nia.memberId })).toMatchObject({ standing: "active" });
    const editor = await server().join(workspace, "keyword_editor", 0);
    const analyst = await server().join(workspace, "analyst", 0);
    for (const other of [amy, sam, ann, editor, analyst, mod]) {
      await expect(mod.run("member.pause", { memberId: other.memberId })).rejects.toMatchObject(forbidden);
    }
    const left = [
      ["member.remove", {}],
      ["member.sign_out", {}],
      ["member.invite_again", {}],
      ["member.set_role", { role: "advocate" }],
      ["member.set_level", { level: 3, reason: "Mine." }],
    ] as const;
    for (const [name, more] of left)
      await expect(mod.run(name, { memberId: nia.memberId, ...more } as never), name).rejects.toMatchObject(forbidden);
    await expect(mod.run("invitation.create", { role: "moderator" })).rejects.toMatchObject(forbidden);
  });

  it("brings nobody back whom an admin paused", async () => {
    await amy.run("member.pause", { memberId: nia.memberId });
    await expect(mod.run("member.resume", { memberId: nia.memberId })).rejects.toMatchObject(forbidden);
    // Pausing whom an admin paused makes it no pause of one's own.
    await mod.run("member.pause", { memberId: nia.memberId });
    await expect(mod.run("member.resume", { memberId: nia.memberId })).rejects.toMatchObject(forbidden);
    expect(await amy.run("member.resume", { memberId: nia.memberId })).toMatchObject({ standing: "active" });
  });

  it("sees who is there, and not why an admin set somebody's level", async () => {
    await amy.run("member.set_level", { memberId: nia.memberId, level: 0, reason: "Sold our words." });
    for (const row of (await mod.run("people.list", anybody)).members) expect(row.levelReason).toBeNull();
    expect((await mod.run("member.pause", { memberId: nia.memberId })).levelReason).toBeNull();
    expect((await amy.run("people.list", anybody)).members.map(({ levelReason }) => levelReason)).toContain("Sold our words.");
  });

  it("sees nothing of what is with staff", async () => {
    await sam.run("mention.route", { ...ref, route: "first_line", note: "sesame" });
    expect(JSON.stringify(await everything(mod))).not.toContain("sesame");
    await expect(mod.run("claim.take", ref)).rejects.toMatchObject(forbidden);
    await expect(mod.run("mention.history", ref)).rejects.toMatchObject(forbidden);
  });
});

describe("a keyword editor", () => {
  it("changes lists and no other settings, and is a newcomer or known by their level as an advocate is", async () => {
    const eve = await server().join(workspace, "keyword_editor", 0);
    await eve.run("keywords.push", { listId: "brand", name: "Acme", baseVersion: 0, entries: [] });
    await eve.run("keywords.remove", { listId: "brand", baseVersion: 1 });
    await eve.run("mention.dismiss", { ...ref, reason: "spam" });
    expect((await mentionsOf(ann)).get("x:1")).toMatchObject({ status: "open" });
    const managed = (Object.keys(operations) as OperationName[]).filter((name) => /^manage|^pause|^see/.test(operations[name].needs));
    for (const name of managed.filter((each) => !each.startsWith("keywords."))) {
      expect(can({ role: "keyword_editor" }, operations[name].needs), name).toBe(false);
    }
    for (const name of ["mention.dismiss", "mention.report", "reply.posted"] as const) {
      expect(perHour(name, { role: "keyword_editor", level: 0 }), name).toBe(perHour(name, { role: "advocate", level: 0 }));
    }
  });
});

describe("an analyst", () => {
  let ira: TestDevice;
  beforeEach(async () => {
    ira = await server().join(workspace, "analyst", 3);
  });

  it("gets figures, and no word of anybody by any way", async () => {
    await amy.run("keywords.push", { listId: "brand", name: "Acme", baseVersion: 0, entries: [] });
    await ann.run("mention.report", sighting("2"));
    await ann.run("mention.report", sighting("3"));
    await ann.run("claim.take", { mentionId: "x:2" });
    await sam.run("mention.route", { mentionId: "x:3", route: "first_line", note: "" });
    const { changes, cursor } = await everything(ira);
    expect(changes.map(({ kind }) => kind).toSorted()).toEqual(["member", "workspace"]);
    await ann.run("mention.report", sighting("4"));
    await amy.run("member.rename", { name: "Amy" });
    const later = await everything(ira, cursor);
    expect(later.changes).toEqual([]);
    const whole = await server().post("/v1/sync", { protocol: protocolVersion, since: null, operations: [], refill: true }, ira.token);
    expect(await whole.text()).not.toContain("tablets");
    const buckets = [createHash("sha256").update("x:1").digest("hex").slice(0, 5)];
    expect((await server().post("/v1/handled", { protocol: protocolVersion, buckets }, ira.token)).status).toBe(403);
    expect(await ira.run("figures.read", {})).toEqual({ waiting: 2, late: 0, onIt: 1, withStaff: 1, answered: 0, posts: 4 });
  });

  it("counts a claim that ran out as none, and what is overdue", async () => {
    await ann.run("claim.take", ref);
    server().clock.advance(24 * 60 * 60_000);
    expect(await ira.run("figures.read", {})).toMatchObject({ waiting: 1, late: 1, onIt: 0 });
  });

  it("does nothing, whatever a client of their own sends", async () => {
    const others = (Object.keys(operations) as OperationName[]).filter((name) => !can({ role: "analyst" }, operations[name].needs));
    const own = Object.keys(operations).filter((name) => !others.includes(name as OperationName));
    const [device, profile] = [
      ["device.invite", "device.list", "device.sign_out"],
      ["away.begin", "away.end", "profile.save"],
    ];
    expect(own.sort()).toEqual(
      [...profile, ...device, "figures.read", "figures.of_period", "member.leave", "member.own_data", "member.rename"].sort(),
    );
    const { results } = await ira.sync(others.map((name) => ({ id: crypto.randomUUID(), name, args: { ...ref, languages: [] } })));
    expect(results).toHaveLength(others.length);
    for (const [place, result] of results.entries()) expect(result, others[place]).toMatchObject({ ok: false, error: forbidden });
  });

  it("who was an advocate holds nothing any more, and one who becomes one gets the posts", async () => {
    await ann.run("claim.take", ref);
    const { cursor } = await everything(ann);
    await amy.run("member.set_role", { memberId: ann.memberId, role: "analyst" });
    expect((await mentionsOf(nia)).get("x:1")).toMatchObject({ status: "open", claim: null });
    expect((await everything(ann, cursor)).changes).toMatchObject([{ kind: "member", value: { role: "analyst" } }]);
    await amy.run("member.set_role", { memberId: ira.memberId, role: "advocate" });
    expect([...(await mentionsOf(ira)).keys()]).toEqual(["x:1"]);
  });
});

describe("a role", () => {
  it("is given by admins alone, and nobody raises themselves", async () => {
    const mod = await server().join(workspace, "moderator");
    for (const device of [mod, sam, ann]) {
      await expect(device.run("member.set_role", { memberId: device.memberId, role: "admin" })).rejects.toMatchObject(forbidden);
    }
    await expect(amy.run("member.set_level", { memberId: amy.memberId, level: 3, reason: "Mine." })).rejects.toMatchObject(forbidden);
  });

  it.each(["moderator", "keyword_editor", "analyst"] as const)("%s: comes with an invitation", async (role) => {
    const { code } = await amy.run("invitation.create", { role });
    const answer = await server().post("/v1/join", { protocol: protocolVersion, code, name: "Max" });
    expect(await answer.json()).toMatchObject({ member: { role } });
    expect((await amy.run("people.list", { ...anybody, role })).members).toHaveLength(1);
  });

  it("that went while a claim waited for its turn lets its member hold nothing", async () => {
    // As when the request was let in, and its turn came after the member's role, or place, was changed.
    const entry = await server().deps.door(ann.token);
    const asked = (name: string, args: object) => server().deps.operate(entry.device, [{ id: crypto.randomUUID(), name, args }]);
    for (const change of [
      () => amy.run("member.set_role", { memberId: ann.memberId, role: "analyst" }),
      () => amy.run("member.pause", { memberId: ann.memberId }),
      () => amy.run("member.remove", { memberId: ann.memberId }),
    ]) {
      await change();
      expect(await asked("claim.take", ref)).toMatchObject([{ ok: false, error: forbidden }]);
      expect(await asked("claim.next", { languages: [] })).toMatchObject([{ ok: false }]);
      expect((await mentionsOf(nia)).get("x:1")).toMatchObject({ status: "open", claim: null });
    }
  });
});
