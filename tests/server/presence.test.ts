import { beforeEach, expect, it } from "vitest";
import { mostOf } from "../../lib/schema/limits.ts";
import { presenceMs } from "../../lib/schema/presence.ts";
import type { Cursor } from "../../lib/schema/wire.ts";
import { tellWhoCame } from "../../server/jobs/sweep.ts";
import { sighting, type TestDevice, team, useServer } from "./support.ts";

const server = useServer();
let ann: TestDevice;
let ben: TestDevice;
let cursor: Cursor;

beforeEach(async () => {
  [ann, ben] = await team(server());
  await ann.run("mention.report", sighting("1"));
  ({ cursor } = await ben.sync([]));
});

const look = () => ann.run("mention.look", { mentionId: "x:1" });
const write = async (text: string) => {
  const { claim } = await ann.run("claim.take", { mentionId: "x:1" });
  await ann.run("draft.save", { mentionId: "x:1", fence: claim?.fence ?? 0, text });
};
const seen = async () => {
  await tellWhoCame(server().deps, ann.workspaceId);
  const answer = await ben.sync([], cursor);
  cursor = answer.cursor;
  return answer.presence.map(({ mentionId, member, doing, until }) => [mentionId, member.id, doing, until]);
};
const inTwoMinutes = () => new Date(server().clock.now().getTime() + presenceMs).toISOString();

it("who looks and who writes is told to the others, once, and leaves the mention alone", async () => {
  const row = async () => (await server().deps.pool.query("SELECT xmin, * FROM mentions WHERE workspace_id = $1", [ann.workspaceId])).rows;
  const before = await row();
  await look();
  expect(await seen()).toEqual([["x:1", ann.memberId, "looking", inTwoMinutes()]]);
  expect(await seen()).toEqual([]);
  expect(await row()).toEqual(before);
  await write("Yes");
  expect(await seen()).toEqual([["x:1", ann.memberId, "writing", inTwoMinutes()]]);
});

it("saying the same again changes nothing, until it was over", async () => {
  await write("Yes");
  await seen();
  const { revision } = cursor;
  server().clock.advance(presenceMs / 2);
  await write("Yes");
  await look();
  expect(await seen()).toEqual([]);
  expect(cursor.revision).toBe(revision);
  server().clock.advance(presenceMs);
  await look();
  expect(await seen()).toEqual([["x:1", ann.memberId, "looking", inTwoMinutes()]]);
});

it("a device that begins hears it too, and nobody can be at what is not there", async () => {
  await look();
  await tellWhoCame(server().deps, ann.workspaceId);
  expect((await ben.sync([])).presence).toHaveLength(1);
  await expect(ben.run("mention.look", { mentionId: "x:2" })).rejects.toMatchObject({ code: "not_found" });
});

const revision = async () => (await ben.sync([])).cursor.revision;

it("200 looks of one member raise one revision, which tells of all posts", async () => {
  for (const id of ["2", "3"]) await ann.run("mention.report", sighting(id));
  const before = await revision();
  for (let n = 0; n < 200; n++) await ann.run("mention.look", { mentionId: `x:${1 + (n % 3)}` });
  expect(await revision()).toBe(before);
  expect((await seen()).map(([mentionId]) => mentionId).sort()).toEqual(["x:1", "x:2", "x:3"]);
  await tellWhoCame(server().deps, ann.workspaceId);
  expect(await revision()).toBe(before + 1);
});

it("200 looks of many members raise one revision, and as many people as can be shown are told of", async () => {
  const members = mostOf.presentAtMention + 5;
  const crowd = await Promise.all(Array.from({ length: members }, () => server().join(ann.workspaceId, "advocate")));
  const before = await revision();
  await Promise.all(
    crowd.map(async (device) => {
      for (let n = 0; n < 200 / members; n++) await device.run("mention.look", { mentionId: "x:1" });
    }),
  );
  cursor = (await ben.sync([])).cursor;
  expect(await seen()).toHaveLength(mostOf.presentAtMention);
  expect(await revision()).toBe(before + 1);
});

it("a member at very many posts takes nobody else's place in what is told", async () => {
  const posts = Array.from({ length: mostOf.presentOfMember + 10 }, (_, n) => String(n + 1));
  for (const id of posts) await ann.run("mention.report", sighting(id));
  const staff = await server().join(ann.workspaceId, "staff");
  await staff.run("mention.look", { mentionId: "x:1" });
  for (const id of posts) await ann.run("mention.look", { mentionId: `x:${id}` });
  const told = await seen();
  expect(told.filter(([, member]) => member === ann.memberId)).toHaveLength(mostOf.presentOfMember);
  expect(told.filter(([, member]) => member === staff.memberId)).toHaveLength(1);
});
