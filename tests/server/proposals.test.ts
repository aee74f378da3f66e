import { beforeEach, describe, expect, it } from "vitest";
import { keptDays, mostOf } from "../../lib/schema/limits.ts";
import { purgeWorkspace } from "../../server/jobs/purge.ts";
import { everything, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
let admin: TestDevice;
let ann: TestDevice;
let ben: TestDevice;
let posts = 0;

beforeEach(async () => {
  const workspace = await server().workspace();
  admin = await server().join(workspace, "admin");
  ann = await server().join(workspace, "advocate", 2);
  ben = await server().join(workspace, "advocate", 2);
});

/** A post that Ben answered. */
async function answered(): Promise<string> {
  const mentionId = `x:${++posts}`;
  await ben.run("mention.report", sighting(String(posts)));
  const { claim } = await ben.run("claim.take", { mentionId });
  const reply = { text: "Hold it.\nI'm an Acme customer", url: null, proof: "confirmed" } as const;
  await ben.run("reply.posted", { mentionId, fence: claim?.fence ?? 0, ...reply });
  return mentionId;
}
const item = { lang: "en", title: "Pairing", answer: "Hold it, {author}." };
const written = { id: "kept", topics: [], link: null, ...item };
const propose = async (device = ann, parts = {}) =>
  device.run("knowledge.propose", { mentionId: await answered(), item: { ...item, ...parts } });
const listed = () => admin.run("proposal.list", {});
async function open(): Promise<string> {
  await propose();
  return (await listed())[0]?.id ?? "";
}
/** What the device of a member holds of answers, and of what became of their proposals. */
async function held(device: TestDevice) {
  const { changes } = await everything(device);
  return {
    items: changes.flatMap((change) => (change.kind === "knowledge" ? change.value : [])),
    proposals: changes.flatMap((change) => (change.kind === "member" ? (change.value.profile?.proposals ?? []) : [])),
  };
}

describe("an answer that a member proposes", () => {
  it("waits for who decides, and nobody else sees it but its proposer", async () => {
    expect(await propose()).toEqual({ isKnown: false });
    expect(await listed()).toMatchObject([{ by: { id: ann.memberId }, ...item, mentionId: `x:${posts}` }]);
    expect(await held(ann)).toMatchObject({ items: [], proposals: [{ title: "Pairing", state: "open", reason: null }] });
    expect((await held(ben)).proposals).toEqual([]);
    await expect(ann.run("proposal.list", {})).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is on record once it is accepted, as it was edited, with its owner, who hears of it", async () => {
    const proposalId = await open();
    await admin.run("proposal.accept", { proposalId, item: { ...written, answer: "Hold it for ten seconds.", topics: ["pair"] } });
    expect(await listed()).toEqual([]);
    expect(await held(ann)).toMatchObject({
      items: [{ id: "kept", answer: "Hold it for ten seconds.", owner: ann.memberId }],
      proposals: [{ state: "accepted" }],
    });
    // Who edits it later does not take it over.
    await admin.run("knowledge.save", { items: [{ ...written, title: "Pair" }] });
    expect((await held(ben)).items).toMatchObject([{ title: "Pair", owner: ann.memberId }]);
  });

  it("is told why it is not kept, and decided once", async () => {
    const proposalId = await open();
    await admin.run("proposal.decline", { proposalId, reason: "special", note: "Only for the old case." });
    expect((await held(ann)).proposals).toMatchObject([{ state: "declined", reason: "special", note: "Only for the old case." }]);
    await expect(admin.run("proposal.accept", { proposalId, item: written })).rejects.toMatchObject({ code: "move_not_allowed" });
    await expect(admin.run("proposal.decline", { proposalId, reason: "other", note: "" })).rejects.toMatchObject({
      code: "move_not_allowed",
    });
    expect((await held(ann)).items).toEqual([]);
  });
});

describe("bad proposals", () => {
  it("of members below the level, or to a post that nobody answered, are refused; one made before its member's level fell stays", async () => {
    const newcomer = await server().join(ann.workspaceId, "advocate", 1);
    await expect(propose(newcomer)).rejects.toMatchObject({ code: "forbidden" });
    await ben.run("mention.report", sighting(String(++posts)));
    await expect(ann.run("knowledge.propose", { mentionId: `x:${posts}`, item })).rejects.toMatchObject({ code: "move_not_allowed" });
    const proposalId = await open();
    await admin.run("member.set_level", { memberId: ann.memberId, level: 0, reason: "fell" });
    await expect(propose(ann, { answer: "Another." })).rejects.toMatchObject({ code: "forbidden" });
    await admin.run("proposal.accept", { proposalId, item: written });
    expect((await held(ann)).proposals).toMatchObject([{ state: "accepted" }]);
  });

  it("with markup are only letters, and with 10,000 of them are refused", async () => {
    const markup = '<img src=x onerror="alert(1)"> **bold** {author}';
    await propose(ann, { title: markup, answer: markup });
    expect(await listed()).toMatchObject([{ title: markup, answer: markup }]);
    await expect(propose(ann, { answer: "a".repeat(10_000) })).rejects.toMatchObject({ code: "malformed" });
    await expect(propose(ann, { title: " " })).rejects.toMatchObject({ code: "malformed" });
    expect(await listed()).toHaveLength(1);
  });

  it("of two members who propose the same at once wait once, and what is on record is known", async () => {
    const ids = [await answered(), await answered()];
    const both = await Promise.all([
      ann.run("knowledge.propose", { mentionId: ids[0] ?? "", item }),
      ben.run("knowledge.propose", { mentionId: ids[1] ?? "", item: { ...item, answer: " HOLD it,  {author}. " } }),
    ]);
    expect(both.map(({ isKnown }) => isKnown).sort()).toEqual([false, true]);
    const [proposal] = await listed();
    await admin.run("proposal.accept", { proposalId: proposal?.id ?? "", item: written });
    expect(await propose()).toEqual({ isKnown: true });
    expect(await listed()).toEqual([]);
  });

  it("are refused beyond what is read, per member", async () => {
    await server().deps.pool.query(
      `INSERT INTO knowledge_proposals (workspace_id, proposal_id, member_id, lang, title, answer, answer_hash, at)
       SELECT $1, 'p' || n, $2, 'en', 'Title', 'Answer', sha256(n::text::bytea), now() FROM generate_series(1, $3) n`,
      [ann.workspaceId, ann.memberId, mostOf.proposalsOfMember],
    );
    await expect(propose()).rejects.toMatchObject({ code: "full" });
    expect(await propose(ben)).toEqual({ isKnown: false });
  });
});

describe("when its member goes", () => {
  it("a proposal goes, also while it is reviewed, and what was accepted stays without an owner", async () => {
    await admin.run("proposal.accept", { proposalId: await open(), item: written });
    await propose(ann, { answer: "Another." });
    const [waiting] = await listed();
    await admin.run("member.remove", { memberId: ann.memberId });
    expect(await listed()).toEqual([]);
    const proposalId = waiting?.id ?? "";
    await expect(admin.run("proposal.accept", { proposalId, item: { ...written, id: "late" } })).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await held(ben)).items).toMatchObject([{ id: "kept", owner: null }]);
    await admin.run("knowledge.save", { items: [written] });
    expect((await held(ben)).items).toMatchObject([{ id: "kept", owner: admin.memberId }]);
  });

  it("its post, a proposal that waits stays; a settled one is forgotten in time", async () => {
    await propose();
    server().clock.advance((keptDays.closed + 1) * 24 * 60 * 60_000);
    await purgeWorkspace(server().deps, ann.workspaceId);
    expect(await listed()).toMatchObject([{ mentionId: null }]);
    await admin.run("proposal.decline", { proposalId: (await listed())[0]?.id ?? "", reason: "other", note: "" });
    server().clock.advance((keptDays.proposals + 1) * 24 * 60 * 60_000);
    await purgeWorkspace(server().deps, ann.workspaceId);
    const { rows } = await server().deps.pool.query("SELECT FROM knowledge_proposals WHERE workspace_id = $1", [ann.workspaceId]);
    expect(rows).toEqual([]);
  });
});
