import { createHash } from "node:crypto";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { HandledResponse, maxBuckets } from "../../lib/schema/mark.ts";
import { protocolVersion } from "../../lib/schema/wire.ts";
import { sighting, type TestDevice, team, useServer } from "./support.ts";

const server = useServer();
const bucketOf = (id: string) => createHash("sha256").update(id).digest("hex").slice(0, 5);

const ask = (device: TestDevice, buckets: readonly string[], token = device.token) =>
  server().post("/v1/handled", { protocol: protocolVersion, buckets }, token);

async function found(device: TestDevice, ids: readonly string[]) {
  return v.parse(HandledResponse, await (await ask(device, ids.map(bucketOf))).json()).found;
}

describe("whether posts are handled", () => {
  it("is said of those whose hash begins so, in the own workspace only", async () => {
    const [ann, ben] = await team(server());
    const [stranger] = await team(server());
    for (const id of ["1", "2", "3"]) await ann.run("mention.report", sighting(id));
    await ann.run("mention.dismiss", { mentionId: "x:2", reason: "spam" });
    await ann.run("claim.take", { mentionId: "x:3" });
    const marks = await found(ben, ["x:1", "x:2", "x:3", "x:4"]);
    expect(marks.map(({ id, status }) => [id, status]).sort()).toEqual([
      ["x:1", "open"],
      ["x:2", "dismissed"],
      ["x:3", "claimed"],
    ]);
    expect(marks.find(({ id }) => id === "x:3")?.claim?.holder.id).toBe(ann.memberId);
    expect(await found(ben, ["x:1"])).toHaveLength(1);
    expect(await found(stranger, ["x:1", "x:2"])).toEqual([]);
  });

  it("is said for every id that a site may have", async () => {
    const [ann] = await team(server());
    const ids = ["a\\b", "\\\\", "æøå", "日本", "🎧", "p%20q"];
    // No site has ids like these; a post that was added by its link without the link may.
    for (const id of ids) await ann.run("mention.report", sighting(id, { permalink: null }));
    const marks = await found(
      ann,
      ids.map((id) => `x:${id}`),
    );
    expect(marks.map(({ id }) => id).sort()).toEqual(ids.map((id) => `x:${id}`).sort());
  });

  it("is refused to strangers, and in the wrong form", async () => {
    const [ann] = await team(server());
    expect((await ask(ann, [], "nonsense")).status).toBe(401);
    for (const buckets of [["x:1"], ["1234"], ["ABCDE"], Array(maxBuckets + 1).fill("00000")])
      expect((await ask(ann, buckets)).status).toBe(400);
  });
});

it("a device may fetch one mention that it does not hold", async () => {
  const [ann, ben] = await team(server());
  const made = await ann.run("mention.report", sighting("1"));
  expect(await ben.run("mention.get", { mentionId: "x:1" })).toEqual(made);
  await expect(ben.run("mention.get", { mentionId: "x:2" })).rejects.toMatchObject({ code: "not_found" });
});
