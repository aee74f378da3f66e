import { createHash } from "node:crypto";
import * as v from "valibot";
import { beforeEach, describe, expect, it } from "vitest";
import { usualChoices } from "../../lib/schema/alert-choices.ts";
import { HandledResponse } from "../../lib/schema/mark.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { type OperationName, operations } from "../../lib/schema/operations.ts";
import { can } from "../../lib/schema/roles.ts";
import { tellWhoCame } from "../../server/jobs/sweep.ts";
import { changesFor } from "../../server/sync/changes.ts";
import { everything, mentionsOf, sighting, type TestDevice, team, useServer } from "./support.ts";

const server = useServer();
let ann: TestDevice;
let ben: TestDevice;
let sam: TestDevice;

const ref = { mentionId: "x:1" };
const secret = /sesame/;
const toStaff = { ...ref, route: "first_line", note: "" } as const;
const toCommunity = { ...ref, route: "community", note: "sesame: be gentle" } as const;

/** Staff's work on a post of theirs: a note, a correction, somebody who takes care of it, and a draft under way. */
async function workedOn(): Promise<number> {
  await ann.run("mention.report", sighting("1"));
  await sam.run("mention.route", { ...toStaff, note: "sesame: an old case" });
  await sam.run("mention.overrule", { ...ref, field: "anger", value: 1 });
  await sam.run("mention.assign", { ...ref, memberId: sam.memberId });
  const { claim } = await sam.run("claim.take", ref);
  const fence = claim?.fence ?? 0;
  await sam.run("draft.save", { ...ref, fence, text: "sesame: we owe you a refund" });
  await tellWhoCame(server().deps, ben.workspaceId);
  return fence;
}

/** Everything that reaches the device of `who` without its doing anything but asking. */
async function allReads(who: TestDevice): Promise<string> {
  const { token } = who;
  const walk = await everything(who);
  const delta = await who.sync([], { ...walk.cursor, revision: 1 });
  const refill = await (await server().post("/v1/sync", { protocol: 1, since: walk.cursor, operations: [], refill: true }, token)).json();
  const buckets = [createHash("sha256").update("x:1").digest("hex").slice(0, 5)];
  const handled = await (await server().post("/v1/handled", { protocol: 1, buckets }, token)).json();
  return JSON.stringify([walk, delta, refill, handled, await who.run("mention.get", ref)]);
}

beforeEach(async () => {
  [ann, ben, sam] = await team(server());
});

describe("of a post that staff works on, an advocate", () => {
  it("reads none of staff's words and names, whichever way it comes", async () => {
    await workedOn();
    const seen = await allReads(ben);
    expect(seen).toContain("x:1");
    expect(seen).not.toMatch(secret);
    expect(seen).not.toContain(sam.memberId);
    expect(await allReads(sam)).toMatch(secret);
  });

  it("gets the answers to all that an advocate may ask without them", async () => {
    const fence = await workedOn();
    const held = { ...ref, fence };
    const text = "sesame: we owe you a refund";
    const asked: { [N in OperationName]?: object } = {
      "mention.report": sighting("1", { excerpt: "Does the acme app work on old tablets?" }),
      "mention.get": ref,
      "mention.look": ref,
      "claim.take": ref,
      "claim.next": { languages: [] },
      "claim.heartbeat": held,
      "claim.renew": held,
      "claim.release": held,
      "draft.save": { ...held, text: "mine" },
      "review.request": { ...held, text: "mine" },
      "review.approve": { ...ref, text },
      "review.reject": { ...ref, text, reason: "tone" },
      "review.suggest": { ...ref, text, edit: "mine" },
      "review.accept": { ...held, text },
      "second_look.list": {},
      "knowledge.propose": { ...ref, item: { lang: "en", title: "mine", answer: "mine" } },
      "second_look.say": { ...ref, verdict: "helpful" },
      "second_look.end": { ...ref, ending: "deleted", url: null },
      "reply.place": { ...held, text: "mine" },
      "reply.posted": { ...held, text, url: null, proof: "confirmed" },
      "mention.route": toStaff,
      "mention.dismiss": { ...ref, reason: "spam" },
      "mention.reopen": ref,
      "mention.follow_up": { ...ref, postId: "9", excerpt: "Thank you all", url: null, lang: "en" },
      "suggestion.reject": { ...ref, source: "pairing" },
      "member.rename": { name: "Mine" },
      "member.own_level": {},
      "member.own_points": {},
      "member.own_answers": { kind: null, after: null },
      "member.own_badges": {},
      "badges.known": { badges: ["first_help"] },
      "member.own_reviews": { after: null },
      "member.own_weeks": {},
      "member.own_data": { from: null },
      "board.read": { languages: ["en"] },
      "board.choose": { isListed: true },
      "profile.save": { languages: ["nb"], topics: ["Mine"] },
      "away.begin": { until: null },
      "away.end": {},
      "alerts.choose": { choices: usualChoices("Asia/Jerusalem") },
      "device.invite": {},
      "device.list": {},
    };
    // Who asks these is let in no more, and they answer nothing.
    const endings: readonly OperationName[] = ["member.leave", "device.sign_out"];
    const mayAsk = (Object.keys(operations) as OperationName[]).filter(
      (name) => can({ role: "advocate" }, operations[name].needs) && !endings.includes(name),
    );
    expect(Object.keys(asked).sort()).toEqual(mayAsk.sort());
    const sent = mayAsk.map((name) => ({ id: crypto.randomUUID(), name, args: asked[name] }));
    // Sent again they are answered from what was stored.
    for (const _ of ["once", "again"]) {
      const { results } = await ben.sync(sent);
      expect(results).toHaveLength(mayAsk.length);
      expect(results.some(({ ok }) => ok)).toBe(true);
      expect(JSON.stringify(results)).not.toMatch(secret);
      expect(JSON.stringify(results)).not.toContain(sam.memberId);
    }
  });

  it("gets each field of it or something in its place", async () => {
    await workedOn();
    const [theirs, whole] = await Promise.all([ben.run("mention.get", ref), sam.run("mention.get", ref)]);
    const instead: { readonly [F in keyof Mention]-?: "as it is" | { readonly instead: unknown } } = {
      id: "as it is",
      site: "as it is",
      postId: "as it is",
      permalink: "as it is",
      author: "as it is",
      excerpt: "as it is",
      partial: "as it is",
      lang: "as it is",
      postedAt: "as it is",
      firstSeenAt: "as it is",
      dueAt: "as it is",
      labels: "as it is",
      byHand: "as it is",
      triage: "as it is",
      overrules: { instead: [] },
      status: { instead: "escalated" },
      route: "as it is",
      claim: { instead: null },
      draft: { instead: null },
      reply: "as it is",
      assignee: { instead: null },
      mergedInto: "as it is",
      followUp: "as it is",
      secondLook: "as it is",
      note: { instead: null },
      opinions: "as it is",
      revision: "as it is",
    };
    const fields = Object.entries(instead).map(([name, as]) => [name, as === "as it is" ? whole[name as keyof Mention] : as.instead]);
    expect(theirs).toEqual(Object.fromEntries(fields));
    expect(whole).toMatchObject({ status: "claimed", note: "sesame: an old case", claim: { holder: { id: sam.memberId } } });
  });

  it("is told nothing of who of staff looks at it", async () => {
    await workedOn();
    const { presence } = await ben.sync([], { ...(await ben.sync([])).cursor, revision: 1 });
    expect(presence).toEqual([]);
    await ann.run("mention.report", sighting("2"));
    await sam.run("mention.look", { mentionId: "x:2" });
    await tellWhoCame(server().deps, ben.workspaceId);
    const later = await ben.sync([], { ...(await ben.sync([])).cursor, revision: 1 });
    expect(later.presence.map(({ mentionId, member }) => [mentionId, member.id])).toEqual([["x:2", sam.memberId]]);
  });

  it("sees its badge as one with staff, with no name", async () => {
    await workedOn();
    const buckets = [createHash("sha256").update("x:1").digest("hex").slice(0, 5)];
    const marks = async ({ token }: TestDevice) =>
      v.parse(HandledResponse, await (await server().post("/v1/handled", { protocol: 1, buckets }, token)).json()).found;
    expect(await marks(ben)).toMatchObject([{ id: "x:1", status: "escalated", route: "first_line", claim: null }]);
    expect(await marks(sam)).toMatchObject([{ id: "x:1", status: "claimed", claim: { holder: { id: sam.memberId } } }]);
    expect(Object.keys((await marks(ben))[0] ?? {}).sort()).toEqual(Object.keys((await marks(sam))[0] ?? {}).sort());
  });
});

describe("when staff gives a post back to the community", () => {
  it("what staff wrote stays with staff, also in the hands of the next", async () => {
    await workedOn();
    await sam.run("mention.route", toCommunity);
    expect(await allReads(ben)).not.toMatch(secret);
    const taken = await ben.run("claim.next", { languages: [] });
    expect(taken).toMatchObject({ id: "x:1", draft: null, note: null, claim: { holder: { id: ben.memberId } } });
    expect(JSON.stringify(taken)).not.toMatch(secret);
    const [own, staffs] = await Promise.all([mentionsOf(ben), mentionsOf(sam)]);
    expect(own.get("x:1")?.draft).toBeNull();
    expect(staffs.get("x:1")).toMatchObject({ note: "sesame: be gentle", draft: { text: "sesame: we owe you a refund" } });
  });

  it("the next one's own draft takes its place", async () => {
    await workedOn();
    await sam.run("mention.route", toCommunity);
    const { claim } = await ben.run("claim.take", ref);
    await ben.run("draft.save", { ...ref, fence: claim?.fence ?? 0, text: "Hold the button." });
    expect((await mentionsOf(ann)).get("x:1")?.draft).toMatchObject({ text: "Hold the button.", author: { id: ben.memberId } });
  });

  it("also a draft of somebody who does not work for staff any more", async () => {
    await workedOn();
    await sam.run("mention.route", toCommunity);
    await server().deps.pool.query("UPDATE members SET role = 'advocate' WHERE workspace_id = $1 AND member_id = $2", [
      sam.workspaceId,
      sam.memberId,
    ]);
    expect(await allReads(ben)).not.toMatch(secret);
  });
});

describe("a member's own words", () => {
  it("come back to them, whoever has the post now", async () => {
    await ann.run("mention.report", sighting("1"));
    const { claim } = await ann.run("claim.take", ref);
    await ann.run("draft.save", { ...ref, fence: claim?.fence ?? 0, text: "Press both keys." });
    await ann.run("mention.route", { ...toStaff, note: "asks for money" });
    const [mine, others] = await Promise.all([ann.run("mention.get", ref), ben.run("mention.get", ref)]);
    expect(mine).toMatchObject({ note: "asks for money", draft: { text: "Press both keys.", review: null } });
    expect(others).toMatchObject({ note: null, draft: null });
    expect((await mentionsOf(ann)).get("x:1")?.draft?.text).toBe("Press both keys.");
  });
});

describe("why a post of the community was set aside", () => {
  it("is told to everybody", async () => {
    await ann.run("mention.report", sighting("1"));
    await sam.run("mention.dismiss", { ...ref, reason: "spam" });
    expect(await ben.run("mention.get", ref)).toMatchObject({ status: "dismissed", note: "spam" });
  });
});

describe("a role that this server does not know", () => {
  it("sees nothing of anybody's posts, as one that reads figures only", async () => {
    await workedOn();
    const { deps } = server();
    const entry = await deps.door(ben.token);
    const wizard = { ...entry, device: { ...entry.device, member: { ...entry.device.member, role: "wizard" as "staff" } } };
    const page = await changesFor(deps.pool, wizard, { since: null, languages: [], refill: true }, false);
    const kinds = (JSON.parse(`[${page.changes}]`) as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(["member", "workspace"]);
    expect(page.presence).toBe("");
  });
});
