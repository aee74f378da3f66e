import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { mentionsOf, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
let ann: TestDevice;

beforeEach(async () => {
  ann = await server().join(await server().workspace(), "advocate");
});

describe("an operation sent again", () => {
  it("is answered with the mention as it is now, and has no second effect", async () => {
    await ann.run("mention.report", sighting("1"));
    const id = randomUUID();
    const first = await ann.run("claim.take", { mentionId: "x:1" }, id);
    await ann.run("claim.release", { mentionId: "x:1", fence: first.claim?.fence ?? 0 });
    expect(await ann.run("claim.take", { mentionId: "x:1" }, id)).toMatchObject({ id: "x:1", status: "open", claim: null });
    expect((await mentionsOf(ann)).get("x:1")).toMatchObject({ status: "open", claim: null });
  });

  it("with other content is refused", async () => {
    const id = randomUUID();
    await ann.run("mention.report", sighting("1"), id);
    await expect(ann.run("mention.report", sighting("2"), id)).rejects.toMatchObject({ code: "operation_reused" });
    await expect(ann.run("claim.take", { mentionId: "x:1" }, id)).rejects.toMatchObject({ code: "operation_reused" });
    expect((await mentionsOf(ann)).size).toBe(1);
  });

  it("takes effect once when it arrives several times at the same moment", async () => {
    await ann.run("mention.report", sighting("1"));
    for (let round = 0; round < 20; round++) {
      const id = randomUUID();
      const [first, ...others] = await Promise.all(Array.from({ length: 4 }, () => ann.run("claim.next", { languages: [] }, id)));
      for (const other of others) expect(other).toEqual(first);
      expect(first?.claim?.fence).toBe(round + 1);
      await ann.run("claim.release", { mentionId: "x:1", fence: round + 1 });
    }
  });

  it("by another device is another operation", async () => {
    const id = randomUUID();
    const ben = await server().join(ann.workspaceId, "advocate");
    await ann.run("mention.report", sighting("1"), id);
    await ben.run("mention.report", sighting("2"), id);
    expect((await mentionsOf(ann)).size).toBe(2);
  });

  it("after a refusal is tried again", async () => {
    const ben = await server().join(ann.workspaceId, "advocate");
    const id = randomUUID();
    await ann.run("mention.report", sighting("1"));
    const { claim } = await ben.run("claim.take", { mentionId: "x:1" });
    await expect(ann.run("claim.take", { mentionId: "x:1" }, id)).rejects.toMatchObject({ code: "lease_held" });
    await ben.run("claim.release", { mentionId: "x:1", fence: claim?.fence ?? 0 });
    expect((await ann.run("claim.take", { mentionId: "x:1" }, id)).claim?.holder.id).toBe(ann.memberId);
  });
});

describe("the operations of one request", () => {
  it("run in their order", async () => {
    const send = (name: string, args: unknown) => ({ id: randomUUID(), name, args });
    const ref = { mentionId: "x:1" };
    const { results } = await ann.sync([
      send("mention.report", sighting("1")),
      send("claim.take", ref),
      send("draft.save", { ...ref, fence: 1, text: "Hold the button" }),
      send("reply.posted", { ...ref, fence: 1, text: "Hold the button", url: null, proof: "confirmed" }),
    ]);
    expect(results.map((result) => result.ok && (result.value as { status: string }).status)).toEqual([
      "open",
      "claimed",
      "claimed",
      "answered",
    ]);
  });
});
