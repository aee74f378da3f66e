import { beforeEach, describe, expect, it } from "vitest";
import type { MemberQuery } from "../../lib/schema/people.ts";
import { protocolVersion } from "../../lib/schema/wire.ts";
import { everything, mentionsOf, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
let workspace: string;
let amy: TestDevice;
let sam: TestDevice;
let ann: TestDevice;
let ben: TestDevice;
const ref = { mentionId: "x:1" };
const anybody: MemberQuery = { search: "", role: null, standing: null, order: "name", from: 0 };

beforeEach(async () => {
  workspace = await server().workspace();
  amy = await server().join(workspace, "admin");
  sam = await server().join(workspace, "staff");
  ann = await server().join(workspace, "advocate");
  ben = await server().join(workspace, "advocate");
  await ben.run("mention.report", sighting("1"));
});

/** What each route answers to this device: the code of its refusal, "ok" where there is none. */
async function answers({ token }: TestDevice): Promise<string[]> {
  const protocol = protocolVersion;
  const asked: [string, object][] = [
    ["/v1/sync", { protocol, since: null, operations: [] }],
    ["/v1/handled", { protocol, buckets: [] }],
    ["/v1/draft", { protocol, ...ref, fence: 1, sources: [] }],
  ];
  const codes = asked.map(async ([path, body]) => {
    const answer = (await (await server().post(path, body, token)).json()) as { error?: { code: string } };
    return answer.error?.code ?? "ok";
  });
  return Promise.all(codes);
}

async function written(by: TestDevice, text = "Hold it for ten seconds."): Promise<number> {
  const fence = (await by.run("claim.take", ref)).claim?.fence ?? 0;
  await by.run("draft.save", { ...ref, fence, text });
  return fence;
}

describe("the list of members", () => {
  it("says of each what an admin decides by, and nothing of who left", async () => {
    await written(ann);
    await amy.run("member.remove", { memberId: ben.memberId });
    const { members, total, admins } = await amy.run("people.list", anybody);
    expect([members.length, total, admins]).toEqual([3, 3, 1]);
    expect(members.find(({ id }) => id === ann.memberId)).toMatchObject({
      ...{ name: "A advocate", role: "advocate", level: 1, standing: "active", levelReason: null },
      ...{ seenOn: "2026-03-02", devices: 1, claims: 1, answered: 0, sentBack: 0 },
    });
  });

  it("is searched, kept to a role or a standing, sorted, and given a page at a time", async () => {
    const ask = async (query: Partial<MemberQuery>) => (await amy.run("people.list", { ...anybody, ...query })).members.map(({ id }) => id);
    await ann.run("member.rename", { name: "Zoë 100%_" });
    await amy.run("member.pause", { memberId: ben.memberId });
    await written(ann);
    expect(await ask({ search: "zOË 100%_" })).toEqual([ann.memberId]);
    expect(await ask({ search: "%" })).toEqual([ann.memberId]);
    expect(await ask({ role: "staff" })).toEqual([sam.memberId]);
    expect(await ask({ standing: "paused" })).toEqual([ben.memberId]);
    expect((await ask({ order: "claims" }))[0]).toBe(ann.memberId);
    expect(await ask({ from: 3 })).toEqual([ann.memberId]);
    expect(await ask({ from: 4 })).toEqual([]);
  });

  it("knows what somebody reads on any of their devices", async () => {
    const ask = (languages: string[]) =>
      server().post("/v1/sync", { protocol: protocolVersion, since: null, operations: [], languages }, ann.token);
    await ask(["nb-NO", "en"]);
    await ask(["vi"]);
    expect((await amy.run("people.list", { ...anybody, role: "advocate" })).members.map(({ languages }) => languages)).toContainEqual([
      "vi",
    ]);
  });

  it("is for who manages people", async () => {
    for (const device of [ann, sam]) {
      await expect(device.run("people.list", anybody)).rejects.toMatchObject({ code: "forbidden" });
      await expect(device.run("member.remove", { memberId: ben.memberId })).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("a member who is paused", () => {
  it("is refused everywhere, gives back what they hold, and goes on as they were", async () => {
    await written(ann);
    expect(await amy.run("member.pause", { memberId: ann.memberId })).toMatchObject({ standing: "paused", claims: 0 });
    expect(await answers(ann)).toEqual(["member_paused", "member_paused", "member_paused"]);
    const mention = (await mentionsOf(ben)).get("x:1");
    expect(mention).toMatchObject({
      status: "open",
      claim: null,
      draft: { text: "Hold it for ten seconds.", author: { name: "A advocate" } },
    });
    expect((await ben.run("claim.take", ref)).status).toBe("claimed");
    await amy.run("member.resume", { memberId: ann.memberId });
    expect((await answers(ann))[0]).toBe("ok");
  });

  it("has no draft with the reviewers any more", async () => {
    const nia = await server().join(workspace, "advocate", 0);
    const fence = await written(nia);
    await nia.run("review.request", { ...ref, fence, text: "Hold it for ten seconds." });
    await amy.run("member.pause", { memberId: nia.memberId });
    expect((await mentionsOf(ben)).get("x:1")).toMatchObject({ status: "open", draft: { status: "writing" } });
  });
});

describe("a member who is removed", () => {
  it("is refused on every route at once, also with what waited while offline, and stands nowhere by name", async () => {
    const fence = await written(ann);
    await ann.run("reply.posted", { ...ref, fence, text: "Hold it for ten seconds.", url: null, proof: "confirmed" });
    await sam.run("mention.assign", { ...ref, memberId: sam.memberId });
    await sam.run("mention.overrule", { ...ref, field: "anger", value: 1 });
    const { cursor } = await everything(ben);
    await amy.run("member.remove", { memberId: ann.memberId });
    await amy.run("member.remove", { memberId: sam.memberId });
    expect(await answers(ann)).toEqual(["member_removed", "member_removed", "member_removed"]);
    const sent = [
      { name: "claim.take", args: ref },
      { name: "mention.report", args: sighting("2") },
      { name: "draft.save", args: { ...ref, fence, text: "Later." } },
      { name: "mention.dismiss", args: { ...ref, reason: "spam" } },
    ];
    const before = await mentionsOf(ben);
    const late = {
      protocol: protocolVersion,
      since: null,
      operations: Array.from({ length: 10 }, (_, n) => ({ id: crypto.randomUUID(), ...sent[n % sent.length] })),
    };
    expect((await server().post("/v1/sync", late, ann.token)).status).toBe(401);
    expect(await mentionsOf(ben)).toEqual(before);
    const { changes } = await everything(ben, cursor);
    const gone = changes.flatMap((change) => (change.kind === "member_removed" ? [change.id] : []));
    expect(gone.toSorted()).toEqual([ann.memberId, sam.memberId].toSorted());
    const mention = await ben.run("mention.get", ref);
    expect(mention.reply?.author).toEqual({ id: ann.memberId, name: "" });
    expect(mention.overrules[0]?.by).toEqual({ id: sam.memberId, name: "" });
    expect(mention.reply?.text).toBe("Hold it for ten seconds.");
    const { rows } = await server().deps.pool.query("SELECT name FROM members WHERE member_id = ANY ($1)", [[ann.memberId, sam.memberId]]);
    expect(rows).toEqual([{ name: "" }, { name: "" }]);
  });

  it("has no draft with the reviewers any more, and their words wait on the post for who takes it", async () => {
    const nia = await server().join(workspace, "advocate", 0);
    const fence = await written(nia);
    await nia.run("review.request", { ...ref, fence, text: "Hold it for ten seconds." });
    await amy.run("member.remove", { memberId: nia.memberId });
    expect((await mentionsOf(ben)).get("x:1")).toMatchObject({
      ...{ status: "open", claim: null, draft: { status: "writing", text: "Hold it for ten seconds.", author: { name: "" } } },
    });
    await expect(ben.run("review.approve", { ...ref, text: "Hold it for ten seconds." })).rejects.toMatchObject({
      code: "move_not_allowed",
    });
  });

  it("cannot be changed or removed again", async () => {
    await amy.run("member.remove", { memberId: ann.memberId });
    for (const name of ["member.remove", "member.pause", "member.resume", "member.sign_out"] as const) {
      await expect(amy.run(name, { memberId: ann.memberId })).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(amy.run("member.remove", { memberId: "nobody" })).rejects.toMatchObject({ code: "not_found" });
  });

  it("may be the one who asks: leaving is the same", async () => {
    await written(ann);
    await ann.run("member.leave", {});
    expect((await answers(ann))[0]).toBe("member_removed");
    expect((await mentionsOf(ben)).get("x:1")).toMatchObject({ status: "open", draft: { author: { name: "" } } });
  });

  it("does not come back by the invitation that they joined with", async () => {
    const code = await server().code(workspace, "advocate");
    const body = { protocol: protocolVersion, code, name: "Cat", joinId: crypto.randomUUID() };
    const joined = (await (await server().post("/v1/join", body)).json()) as { member: { id: string } };
    await amy.run("member.sign_out", { memberId: joined.member.id });
    expect((await server().post("/v1/join", body)).status).toBe(403);
  });
});

describe("devices that are signed out", () => {
  it.each(["admin", "moderator"] as const)("are heard of by an %s who has the list of people open elsewhere", async (role) => {
    await amy.run("member.set_role", { memberId: sam.memberId, role });
    const heard = async (who: TestDevice) => {
      const { cursor } = await sam.sync([]);
      await (who === amy ? amy.run("member.sign_out", { memberId: ben.memberId }) : ann.run("device.sign_out", { deviceId: null }));
      const { changes } = await sam.sync([], cursor);
      return changes.flatMap((change) => (change.kind === "member" ? [change.value.id] : []));
    };
    expect(await heard(amy)).toEqual([ben.memberId]);
    expect(await heard(ann)).toEqual([ann.memberId]);
  });
});

describe("the last one who manages people", () => {
  it.each([
    ["member.remove", {}],
    ["member.pause", {}],
    ["member.sign_out", {}],
    ["member.set_role", { role: "staff" }],
  ] as const)("cannot be lost by %s", async (name, more) => {
    await expect(amy.run(name, { memberId: amy.memberId, ...more } as never)).rejects.toMatchObject({ code: "last_admin" });
    await expect(amy.run("member.leave", {})).rejects.toMatchObject({ code: "last_admin" });
    await amy.run("member.set_role", { memberId: sam.memberId, role: "admin" });
    await amy.run(name, { memberId: amy.memberId, ...more } as never);
    await expect(sam.run("member.leave", {})).rejects.toMatchObject({ code: "last_admin" });
  });

  it("is left over when two demote each other at once", async () => {
    await amy.run("member.set_role", { memberId: sam.memberId, role: "admin" });
    const both = await Promise.allSettled([
      amy.run("member.set_role", { memberId: sam.memberId, role: "staff" }),
      sam.run("member.set_role", { memberId: amy.memberId, role: "staff" }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const left = [amy, sam].map((device) =>
      device.run("people.list", anybody).then(
        ({ admins }) => admins,
        () => null,
      ),
    );
    expect((await Promise.all(left)).toSorted()).toEqual([1, null]);
  });
});

describe("a device that signs itself out", () => {
  it("is refused from then on, and its member stays one", async () => {
    await ann.run("device.sign_out", { deviceId: null });
    expect((await answers(ann))[0]).toBe("signed_out");
    const { members } = await amy.run("people.list", anybody);
    expect(members.find(({ id }) => id === ann.memberId)).toMatchObject({ devices: 0, standing: "active" });
  });

  it("may not be the last one of who manages people", async () => {
    await expect(amy.run("device.sign_out", { deviceId: null })).rejects.toMatchObject({ code: "last_admin" });
    expect((await answers(amy))[0]).toBe("ok");
    await amy.run("member.set_role", { memberId: sam.memberId, role: "admin" });
    await amy.run("device.sign_out", { deviceId: null });
    await expect(sam.run("member.leave", {})).rejects.toMatchObject({ code: "last_admin" });
  });
});

describe("another role", () => {
  it("counts from the next request on, and takes back what only the former one may hold", async () => {
    await sam.run("mention.route", { ...ref, route: "first_line", note: "Theirs." });
    await sam.run("claim.take", ref);
    await sam.run("mention.assign", { ...ref, memberId: sam.memberId });
    await amy.run("member.set_role", { memberId: sam.memberId, role: "advocate" });
    const { claim, assignee, status } = (await mentionsOf(amy)).get("x:1") ?? {};
    expect({ claim, assignee, status }).toEqual({ claim: null, assignee: null, status: "escalated" });
    await expect(sam.run("claim.take", ref)).rejects.toMatchObject({ code: "forbidden" });
    await expect(sam.run("mention.history", ref)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("refuses what a demoted admin has waiting one by one", async () => {
    await amy.run("member.set_role", { memberId: sam.memberId, role: "admin" });
    await sam.run("member.set_role", { memberId: amy.memberId, role: "staff" });
    const waiting = [
      { id: crypto.randomUUID(), name: "invitation.create", args: { role: "advocate" } },
      { id: crypto.randomUUID(), name: "mention.dismiss", args: { ...ref, reason: "spam" } },
    ];
    expect((await amy.sync(waiting)).results).toMatchObject([{ ok: false, error: { code: "forbidden" } }, { ok: true }]);
  });
});

it("a level by hand says why, and the member's devices hear of it", async () => {
  const { cursor } = await everything(ann);
  expect(await amy.run("member.set_level", { memberId: ann.memberId, level: 3, reason: " Runs our forum. " })).toMatchObject({
    ...{ level: 3, levelReason: "Runs our forum." },
  });
  const { changes } = await everything(ann, cursor);
  expect(changes).toMatchObject([{ kind: "member", value: { id: ann.memberId, level: 3 } }]);
  await expect(amy.run("member.set_level", { memberId: ann.memberId, level: 1, reason: " " })).rejects.toMatchObject({ code: "malformed" });
});

it("wakes the devices of who is shut out, and nobody else's", async () => {
  const told: string[] = [];
  for (const [name, { memberId }] of Object.entries({ ann, ben })) {
    server().deps.wake.listenForShutOut(workspace, memberId, () => told.push(name));
  }
  await amy.run("member.pause", { memberId: ann.memberId });
  await amy.run("member.set_level", { memberId: ben.memberId, level: 2, reason: "Helpful." });
  await expect.poll(() => told).toEqual(["ann"]);
});
