import { beforeEach, expect, it } from "vitest";
import { presenceMs } from "../../lib/schema/presence.ts";
import type { Cursor } from "../../lib/schema/wire.ts";
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

it("saying the same again raises no revision, until it was over", async () => {
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
  expect((await ben.sync([])).presence).toHaveLength(1);
  await expect(ben.run("mention.look", { mentionId: "x:2" })).rejects.toMatchObject({ code: "not_found" });
});
