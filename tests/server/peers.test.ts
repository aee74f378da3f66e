import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { firstAnswerMs, lease } from "../../lib/schema/lifecycle.ts";
import { protocolVersion } from "../../lib/schema/wire.ts";
import { sighting, useServer } from "./support.ts";

const server = useServer();
const dayMs = 24 * 60 * 60_000;
const inMs = (ms: number) => new Date(server().clock.now().getTime() + ms).toISOString();
const join = async () => server().join(await server().workspace(), "advocate");

describe("a device whose clock is off by a day", () => {
  it("cannot put a post into the future: it counts from now", async () => {
    const mention = await (await join()).run("mention.report", sighting("1", { postedAt: inMs(dayMs) }));
    expect(mention).toMatchObject({ postedAt: inMs(0), dueAt: inMs(firstAnswerMs) });
  });

  it("holds a claim by the server's clock, and is told what that says", async () => {
    const device = await join();
    await device.run("mention.report", sighting("1"));
    const taken = await device.run("claim.next", { languages: [] });
    expect(taken.claim?.expiresAt).toBe(inMs(lease.lengthMs));
    expect((await device.sync([])).now).toBe(inMs(0));
  });
});

describe("an extension of another age", () => {
  it("that says more than this server knows is understood as far as it goes", async () => {
    const device = await join();
    const args = { ...sighting("1"), mood: "new in the next version" };
    const operation = { id: randomUUID(), name: "mention.report", args, priority: 7 };
    const body = { protocol: protocolVersion, since: null, operations: [operation], newField: [1] };
    const answer = (await (await server().post("/v1/sync", body, device.token)).json()) as { results: { ok: boolean }[] };
    expect(answer.results).toMatchObject([{ ok: true }]);
  });

  it("that knows an operation of a later server is told so, and the rest goes through", async () => {
    const device = await join();
    const { results } = await device.sync([
      { id: randomUUID(), name: "mention.translate", args: {} },
      { id: randomUUID(), name: "mention.report", args: sighting("1") },
    ]);
    expect(results).toMatchObject([{ ok: false, error: { code: "unknown_operation" } }, { ok: true }]);
  });
});
