import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { codeLength } from "../../lib/schema/invitation-code.ts";
import type { NewInvitation } from "../../lib/schema/invitations.ts";
import { protocolVersion } from "../../lib/schema/wire.ts";
import { sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
const hourMs = 3_600_000;
let workspace: string;
let amy: TestDevice;
let ann: TestDevice;

beforeEach(async () => {
  workspace = await server().workspace();
  amy = await server().join(workspace, "admin");
  ann = await server().join(workspace, "advocate");
});

const invite = async (how: Partial<NewInvitation> = {}) => (await amy.run("invitation.create", { role: "advocate", ...how })).code;

/** How many came, each with a name of their own. */
let comers = 0;

/** What joining gives: the member and the device, or the code of the refusal. */
async function join(code: string, more: object = {}) {
  comers += 1;
  const answer = await server().post("/v1/join", { protocol: protocolVersion, code, name: `Kim ${comers}`, ...more });
  return (await answer.json()) as {
    token: string;
    deviceId: string;
    member: { id: string; name: string };
    languages?: string[];
    error?: { code: string };
  };
}
const refusal = async (code: string) => (await join(code)).error?.code;

/** What a device asks for with its token. */
async function run(token: string, name: string, args: object) {
  const operations = [{ id: randomUUID(), name, args }];
  const answer = await server().post("/v1/sync", { protocol: protocolVersion, since: null, operations }, token);
  return (await answer.json()) as { results?: { ok: boolean; value: unknown; error?: { code: string } }[]; error?: { code: string } };
}

describe("an invitation", () => {
  it("lets in as many as it says, and of two at once for the last place one", async () => {
    const code = await invite({ uses: 3, note: "The meet-up" });
    await join(code);
    await join(code);
    const last = await Promise.all([join(code), join(code)]);
    expect(last.map(({ error }) => error?.code ?? "in").toSorted()).toEqual(["in", "invitation_invalid"]);
    expect(await amy.run("invitation.list", {})).toEqual([]);
  });

  it("for a thousand lets in a thousand: of two at once for the last place one, and nobody as the 1,001st", async () => {
    const code = await invite({ uses: 1_000 });
    await join(code);
    await server().deps.pool.query("UPDATE invitations SET used = 999 WHERE workspace_id = $1 AND uses = 1000", [workspace]);
    const last = await Promise.all([join(code), join(code)]);
    expect(last.map(({ error }) => error?.code ?? "in").toSorted()).toEqual(["in", "invitation_invalid"]);
    expect(await refusal(code)).toBe("invitation_invalid");
    const { rows } = await server().deps.pool.query("SELECT used FROM invitations WHERE workspace_id = $1 AND uses = 1000", [workspace]);
    expect(rows).toEqual([{ used: 1_000 }]);
  });

  it("that is wrong, used up, taken back or expired is answered with the same words after the same work", async () => {
    const [used, revoked, expired] = [await invite(), await invite({ note: "To be taken back" }), await invite({ hours: 1 })];
    await join(used);
    const open = await amy.run("invitation.list", {});
    await amy.run("invitation.revoke", { id: open.find(({ note }) => note === "To be taken back")?.id ?? "" });
    server().clock.advance(hourMs);
    const wrong = `${workspace}-${"0".repeat(codeLength.secret)}`;
    const asked: unknown[] = [];
    for (const code of [wrong, used, revoked, expired]) {
      const sent = vi.spyOn(pg.Client.prototype, "query");
      const answer = await server().post("/v1/join", { protocol: protocolVersion, code, name: "Kim", joinId: randomUUID() });
      const statements = sent.mock.calls.map(([statement]) => (statement as { name?: string; text?: string }).name ?? statement);
      sent.mockRestore();
      asked.push({ status: answer.status, body: await answer.text(), statements });
    }
    expect(asked[0]).toMatchObject({ status: 403, body: expect.stringContaining("invitation_invalid") });
    expect((asked[0] as { statements: unknown[] }).statements.length).toBeGreaterThan(1);
    for (const other of asked.slice(1)) expect(other).toEqual(asked[0]);
  });

  it("is there for as long as it says", async () => {
    const [short, long] = [await invite({ hours: 1 }), await invite({ hours: 90 * 24 })];
    server().clock.advance(hourMs);
    expect(await refusal(short)).toBe("invitation_invalid");
    server().clock.advance(89 * 24 * hourMs);
    expect(await refusal(long)).toBeUndefined();
  });

  it.each([{ hours: 0 }, { hours: 2_161 }, { uses: 0 }, { uses: 1_001 }, { note: "x".repeat(201) }])("is not made with %o", async (odd) => {
    await expect(amy.run("invitation.create", { role: "advocate", ...odd })).rejects.toMatchObject({ code: "malformed" });
  });

  it("is listed without its code while it may be used, and taken back", async () => {
    const code = await invite({ uses: 5, languages: ["nb"], note: "Norwegians\u202e", level: 1 });
    await join(code);
    const [open] = await amy.run("invitation.list", {});
    expect(open).toMatchObject({ role: "advocate", level: 1, languages: ["nb"], note: "Norwegians", uses: 5, used: 1, forMember: null });
    expect(open?.by?.id).toBe(amy.memberId);
    expect(JSON.stringify(open)).not.toContain(code.split("-")[1]);
    await amy.run("invitation.revoke", { id: open?.id ?? "" });
    expect(await refusal(code)).toBe("invitation_invalid");
    await expect(amy.run("invitation.revoke", { id: open?.id ?? "" })).rejects.toMatchObject({ code: "not_found" });
    expect(await amy.run("invitation.list", {})).toEqual([]);
  });

  it("tells the device what its member reads", async () => {
    expect((await join(await invite({ languages: ["vi", "en"] }))).languages).toEqual(["vi", "en"]);
    expect((await join(await invite())).languages).toBeUndefined();
  });

  it("answers a device whose answer was lost, though it is used up, and no other", async () => {
    const code = await invite({ uses: 2 });
    const [mine, theirs] = [{ joinId: randomUUID() }, { joinId: randomUUID() }];
    const first = await join(code, mine);
    const other = await join(code, theirs);
    const again = await join(code, mine);
    expect([again.deviceId, again.member]).toEqual([first.deviceId, first.member]);
    expect(other.member.id).not.toBe(first.member.id);
    expect((await join(code, { joinId: randomUUID() })).error?.code).toBe("invitation_invalid");
    expect((await run(first.token, "device.list", {})).error?.code).toBe("unauthorized");
    expect((await run(again.token, "device.list", {})).results?.[0]?.ok).toBe(true);
  });
});

describe("one more device of a member", () => {
  it("is the same member: it holds the same posts, and reads no draft of its own", async () => {
    const { code } = await ann.run("device.invite", {});
    server().clock.advance(1_000);
    const second = await join(code, { name: "Somebody else", device: "Firefox · Linux\u202e" });
    expect(second.member).toMatchObject({ id: ann.memberId, name: "A advocate" });
    await ann.run("mention.report", sighting("1"));
    const { claim } = await ann.run("claim.take", { mentionId: "x:1" });
    const beat = await run(second.token, "claim.heartbeat", { mentionId: "x:1", fence: claim?.fence });
    expect(beat.results?.[0]?.ok).toBe(true);
    const nia = await server().join(workspace, "advocate", 0);
    const other = await join((await nia.run("device.invite", {})).code);
    await ann.run("claim.release", { mentionId: "x:1", fence: claim?.fence ?? 0 });
    const fence = (await nia.run("claim.take", { mentionId: "x:1" })).claim?.fence ?? 0;
    await nia.run("review.request", { mentionId: "x:1", fence, text: "Hold it." });
    const approved = await run(other.token, "review.approve", { mentionId: "x:1", text: "Hold it." });
    expect(approved.results?.[0]?.error?.code).toBe("forbidden");
    expect(await ann.run("device.list", {})).toMatchObject([
      { id: second.deviceId, label: "Firefox · Linux", isThis: false },
      { id: ann.deviceId, isThis: true, seenOn: server().clock.now().toISOString().slice(0, 10) },
    ]);
  });

  it("joins within ten minutes, once", async () => {
    const [late, used] = [await ann.run("device.invite", {}), await ann.run("device.invite", {})];
    await join(used.code);
    expect(await refusal(used.code)).toBe("invitation_invalid");
    server().clock.advance(10 * 60_000);
    expect(await refusal(late.code)).toBe("invitation_invalid");
  });

  it("is signed out by itself, by another device, and only by its member", async () => {
    const second = await join((await ann.run("device.invite", {})).code);
    await expect(amy.run("device.sign_out", { deviceId: second.deviceId })).rejects.toMatchObject({ code: "not_found" });
    await ann.run("device.sign_out", { deviceId: second.deviceId });
    expect((await run(second.token, "device.list", {})).error?.code).toBe("signed_out");
    expect(await ann.run("device.list", {})).toHaveLength(1);
  });

  it("brings back a member who lost their laptop, and closes the old one", async () => {
    await amy.run("member.sign_out", { memberId: ann.memberId });
    const { code } = await amy.run("member.invite_again", { memberId: ann.memberId });
    const back = await join(code);
    expect(back.member.id).toBe(ann.memberId);
    expect((await run(ann.token, "device.list", {})).error?.code).toBe("signed_out");
    expect((await run(back.token, "device.list", {})).results?.[0]?.value).toHaveLength(1);
  });

  it("finds no way in once its member was signed out or removed", async () => {
    const { code } = await ann.run("device.invite", {});
    await amy.run("member.sign_out", { memberId: ann.memberId });
    expect(await refusal(code)).toBe("invitation_invalid");
    const again = await amy.run("member.invite_again", { memberId: ann.memberId });
    await amy.run("member.remove", { memberId: ann.memberId });
    expect(await refusal(again.code)).toBe("invitation_invalid");
    await expect(amy.run("member.invite_again", { memberId: ann.memberId })).rejects.toMatchObject({ code: "not_found" });
  });

  it("is one of twenty at most", async () => {
    for (let n = 0; n < 19; n++) {
      const { code } = await amy.run("member.invite_again", { memberId: ann.memberId });
      expect((await join(code)).member.id).toBe(ann.memberId);
    }
    expect(await refusal((await ann.run("device.invite", {})).code)).toBe("full");
  });
});
