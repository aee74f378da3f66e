import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { operations } from "../../../lib/schema/operations.ts";
import { pacedKinds, perHour } from "../../../lib/schema/paces.ts";
import { createDeps } from "../../../server/deps.ts";
import { sighting, type TestDevice, useServer } from "../support.ts";

const server = useServer();
const newcomer = { role: "advocate", level: 0 } as const;
const limit = (name: keyof typeof operations) => perHour(name, newcomer);
let ned: TestDevice;
let sam: TestDevice;

const get = () => ({ id: randomUUID(), name: "mention.get", args: { mentionId: "x:1" } });
const outcomes = async (device: TestDevice, sent: readonly object[]) => {
  const results = [];
  for (let from = 0; from < sent.length; from += 200) results.push(...(await device.sync(sent.slice(from, from + 200))).results);
  return results.map((each) => (each.ok ? "ok" : each.error.code));
};
const countOf = (codes: readonly string[], code: string) => codes.filter((each) => each === code).length;
const rows = async () => (await server().deps.pool.query("SELECT * FROM paces WHERE workspace_id = $1", [ned.workspaceId])).rows;

beforeEach(async () => {
  const workspace = await server().workspace();
  ned = await server().join(workspace, "advocate", 0);
  sam = await server().join(workspace, "staff");
  await sam.run("mention.report", sighting("1"));
});

describe("every kind", () => {
  it("has a limit for every level, rising, and a reason", () => {
    expect(pacedKinds).toEqual(expect.arrayContaining(Object.keys(operations)));
    for (const kind of pacedKinds) {
      const limits = [0, 1, 2, 3].map((level) => perHour(kind, { role: "advocate", level }));
      const all = [...limits, perHour(kind, { role: "staff", level: 0 })];
      expect(all, kind).toEqual(all.toSorted((a, b) => a - b));
      expect(all[0], kind).toBeGreaterThan(0);
    }
  });
});

describe("a member over the limit of a kind", () => {
  it("is refused kindly, told from when on it works again, and it does", async () => {
    const codes = await outcomes(ned, Array.from({ length: limit("mention.get") + 30 }, get));
    expect(countOf(codes, "ok")).toBe(limit("mention.get"));
    expect(countOf(codes, "too_many")).toBe(30);
    const { results } = await ned.sync([get()]);
    const [refused] = results;
    if (refused?.ok !== false) throw new Error("not refused");
    expect(refused.error.message).toMatch(/works again from 2026-/);
    const again = new Date(refused.error.again ?? "");
    const wait = again.getTime() - server().clock.now().getTime();
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(2 * 3_600_000);
    server().clock.advance(wait);
    expect(await outcomes(ned, [get()])).toEqual(["ok"]);
  });

  it("is refused that kind alone, and nobody else is", async () => {
    await outcomes(ned, Array.from({ length: limit("mention.get") + 5 }, get));
    expect(await outcomes(ned, [get(), { id: randomUUID(), name: "claim.take", args: { mentionId: "x:1" } }])).toEqual(["too_many", "ok"]);
    expect(await outcomes(sam, [get()])).toEqual(["ok"]);
  });

  it("is known to every server, and after a restart", async () => {
    const { deps } = server();
    const others = [1, 2, 3].map(() => createDeps(deps));
    const entry = await deps.door(ned.token);
    const each = await Promise.all(
      [deps, ...others].map((other) => other.operate(entry.device, Array.from({ length: limit("mention.get") }, get))),
    );
    const codes = each.flat().map((outcome) => (outcome.ok ? "ok" : outcome.error.code));
    const done = countOf(codes, "ok");
    // What a server counted ahead and did not use is lost to the member, and never the other way round.
    expect(done).toBeLessThanOrEqual(limit("mention.get"));
    expect(done).toBeGreaterThanOrEqual(limit("mention.get") * 0.6);
    expect(countOf(codes, "too_many")).toBe(codes.length - done);
    const fresh = createDeps(deps);
    const [outcome] = await fresh.operate(entry.device, [get()]);
    expect(outcome).toMatchObject({ ok: false, error: { code: "too_many" } });
  });

  it("gets the answer to what took effect before, as ever", async () => {
    const report = { id: randomUUID(), name: "mention.report", args: sighting("2") };
    expect(await outcomes(ned, [report])).toEqual(["ok"]);
    const more = Array.from({ length: 200 }, (_, n) => ({ ...report, id: randomUUID(), args: sighting(`n${n}`) }));
    expect(countOf(await outcomes(ned, more), "too_many")).toBeGreaterThan(0);
    expect(await outcomes(ned, [report, { ...report, id: randomUUID() }])).toEqual(["ok", "too_many"]);
  });

  it("leaves one row for each kind, however much was asked", async () => {
    await outcomes(ned, Array.from({ length: 600 }, get));
    const own = (await rows()).filter(({ member_id }) => member_id === ned.memberId);
    expect(own.map(({ kind, done }) => [kind, done])).toEqual([["mention.get", limit("mention.get")]]);
    expect(own[0].refused).toBeGreaterThan(400);
  });
});

describe("the requests beside operations", () => {
  it("are counted too", async () => {
    const ask = async () => (await server().post("/v1/handled", { protocol: 1, buckets: ["00000"] }, ned.token)).status;
    const statuses: number[] = [];
    for (let n = 0; n < perHour("handled", newcomer) + 3; n++) statuses.push(await ask());
    expect(statuses.filter((status) => status === 200)).toHaveLength(perHour("handled", newcomer));
    expect(statuses.at(-1)).toBe(429);
    const draft = async () =>
      (await server().post("/v1/draft", { protocol: 1, mentionId: "x:1", fence: 1, sources: [] }, ned.token)).status;
    for (let n = 0; n < perHour("draft", newcomer); n++) expect(await draft()).not.toBe(429);
    expect(await draft()).toBe(429);
  });
});

describe("what is frequent", () => {
  it("is counted ahead, so that most batches write nothing", async () => {
    const { deps } = server();
    const before = await rows();
    await outcomes(sam, Array.from({ length: 100 }, get));
    const [own] = (await rows()).filter(({ member_id, kind }) => member_id === sam.memberId && kind === "mention.get");
    expect(before.filter(({ kind }) => kind === "mention.get")).toEqual([]);
    expect(own.done).toBeGreaterThanOrEqual(100);
    const { done } = own;
    await outcomes(sam, Array.from({ length: 20 }, get));
    const [later] = (await rows()).filter(({ member_id, kind }) => member_id === sam.memberId && kind === "mention.get");
    expect(later.done).toBe(done);
    expect(deps.pool.totalCount).toBeGreaterThan(0);
  });
});
