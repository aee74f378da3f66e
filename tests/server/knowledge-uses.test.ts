import { beforeEach, expect, it } from "vitest";
import { keptDays } from "../../lib/schema/limits.ts";
import { tendPoints } from "../../server/jobs/points.ts";
import { purgeWorkspace } from "../../server/jobs/purge.ts";
import { sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
const dayMs = 24 * 60 * 60_000;
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

/** Somebody answers a post of its own, which began as `source`. */
async function answer(device: TestDevice, source: string | null): Promise<string> {
  const mentionId = `x:${++posts}`;
  await admin.run("mention.report", sighting(String(posts)));
  const { claim } = await device.run("claim.take", { mentionId });
  const from = source === null ? null : { source, edited: false };
  const reply = { text: "Hold it.\nI'm an Acme customer", url: null, proof: "confirmed", from } as const;
  await device.run("reply.posted", { mentionId, fence: claim?.fence ?? 0, ...reply });
  return mentionId;
}

const written = { id: "kept", lang: "en", title: "Pairing", topics: [], answer: "Hold it.", link: null };

/** An item that Ann proposed. */
async function kept(): Promise<void> {
  const { lang, title, answer: text } = written;
  await ann.run("knowledge.propose", { mentionId: await answer(ann, null), item: { lang, title, answer: text } });
  const [proposal] = await admin.run("proposal.list", {});
  await admin.run("proposal.accept", { proposalId: proposal?.id ?? "", item: written });
}
const figures = async () => (await admin.run("knowledge.figures", {})).find(({ id }) => id === "kept");
const points = async (device: TestDevice) => (await device.run("member.own_points", {})).lines.map(({ source }) => source);
const tend = () => tendPoints(server().deps, ann.workspaceId);

it("counts a use once a member and day, thanks once a post, and names the owner", async () => {
  await kept();
  expect(await figures()).toMatchObject({ owner: { id: ann.memberId }, used: 0, liked: 0 });
  const first = await answer(ben, "kept");
  await answer(ben, "kept");
  await answer(ann, "kept");
  await answer(ben, "gone");
  await answer(ben, `reply/${first}`);
  expect(await figures()).toMatchObject({ used: 2, liked: 0 });
  const thanks = { excerpt: "Thank you so much, that worked!", url: null, lang: "en" };
  for (const postId of ["9001", "9002"]) await admin.run("mention.follow_up", { mentionId: first, postId, ...thanks });
  expect(await figures()).toMatchObject({ used: 2, liked: 1 });
  server().clock.advance(dayMs);
  await answer(ben, "kept");
  expect(await figures()).toMatchObject({ used: 3, liked: 1 });
  await expect(ben.run("knowledge.figures", {})).rejects.toMatchObject({ code: "forbidden" });
});

it("does not count what was taken back, keeps its count when posts go, and forgets with the member and in time", async () => {
  await kept();
  const first = await answer(ben, "kept");
  await admin.run("mention.follow_up", { mentionId: first, postId: "9001", excerpt: "Thank you, it works!", url: null, lang: "en" });
  const cal = await server().join(ann.workspaceId, "advocate", 2);
  await answer(cal, "kept");
  expect(await figures()).toMatchObject({ used: 2, liked: 1 });
  await admin.run("member.take_back", { memberId: cal.memberId, hours: 1 });
  expect(await figures()).toMatchObject({ used: 1, liked: 1 });
  server().clock.advance((keptDays.closed + 1) * dayMs);
  await purgeWorkspace(server().deps, ann.workspaceId);
  expect(await figures()).toMatchObject({ used: 1, liked: 1 });
  server().clock.advance((keptDays.uses + 1) * dayMs);
  await purgeWorkspace(server().deps, ann.workspaceId);
  expect(await figures()).toMatchObject({ used: 0, liked: 0 });
  await answer(ben, "kept");
  await admin.run("member.remove", { memberId: ben.memberId });
  expect(await figures()).toMatchObject({ used: 0 });
});

it("earns its proposer a point a day for each other member who used it, a day later, and nobody else", async () => {
  await kept();
  await admin.run("knowledge.save", { items: [{ ...written, id: "admins", answer: "Shake it." }] });
  await answer(ben, "kept");
  await answer(ben, "kept");
  await answer(ann, "kept");
  await answer(ben, "admins");
  await tend();
  expect(await points(ann)).toEqual([]);
  server().clock.advance(2 * dayMs);
  await tend();
  await tend();
  expect(await points(ann)).toEqual(["knowledge_used"]);
  expect(await points(admin)).toEqual([]);
  expect(await points(ben)).toEqual([]);
  await answer(ben, "kept");
  await answer(admin, "kept");
  server().clock.advance(2 * dayMs);
  await tend();
  expect(await points(ann)).toEqual(["knowledge_used", "knowledge_used", "knowledge_used"]);
});
