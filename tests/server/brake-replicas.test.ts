import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { usualLevelRules } from "../../lib/schema/level-rules.ts";
import { createDeps, type Deps } from "../../server/deps.ts";
import { createApp } from "../../server/http/app.ts";
import { freeStopped } from "../../server/jobs/sweep.ts";
import { openPool } from "../../server/store/pool.ts";
import { createHub } from "../../server/wake/hub.ts";
import { mentionsOf, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
let replicas: { readonly deps: Deps; readonly app: ReturnType<typeof createApp> }[];
let [admin, people] = [] as unknown as [TestDevice, TestDevice[]];

beforeEach(async () => {
  const { deps } = server();
  replicas = [1, 2, 3].map(() => {
    const own = createDeps({ ...deps, wake: createHub(0), pool: openPool(server().url, () => {}) });
    return { deps: own, app: createApp(own) };
  });
  const workspace = await server().workspace();
  admin = await server().join(workspace, "admin");
  people = await Promise.all(Array.from({ length: 6 }, () => server().join(workspace, "advocate", 3)));
});

afterEach(async () => {
  for (const { deps } of replicas) await deps.pool.end();
});

/** Asks one of the servers as a device does, by its token; gives the code of the refusal, null for a yes. */
async function ask(replica: number, { token }: TestDevice, name: string, args: object): Promise<string | null> {
  const body = JSON.stringify({ protocol: 1, since: null, operations: [{ id: randomUUID(), name, args }] });
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const { app } = replicas[replica % 3] as (typeof replicas)[number];
  const response = await app.request("/v1/sync", { method: "POST", headers, body });
  const { results } = (await response.json()) as { results: { ok: boolean; error?: { code: string } }[] };
  return results[0]?.ok ? null : (results[0]?.error?.code ?? "none");
}

it("three servers give the community nothing once one of them was told to stop, whatever was under way", async () => {
  for (let n = 0; n < 60; n++) await admin.run("mention.report", sighting(String(n)));
  let isStopped = false;
  const after: (string | null)[] = [];
  const callers = people.map(async (person, n) => {
    for (let turn = 0; turn < 12; turn++) {
      const isAfter = isStopped;
      const answer = await ask(n + turn, person, "claim.next", { languages: [] });
      if (isAfter) after.push(answer);
    }
  });
  await ask(1, admin, "brake.set", { isOn: true, words: "" });
  isStopped = true;
  await Promise.all(callers);
  for (const replica of [0, 1, 2]) after.push(await ask(replica, people[replica] as TestDevice, "claim.next", { languages: [] }));
  expect(new Set(after)).toEqual(new Set(["community_stopped"]));
  // What was being given at that very moment goes back with the next sweep, of any of them.
  await freeStopped(replicas[2]?.deps as Deps, admin.workspaceId);
  expect([...(await mentionsOf(admin)).values()].filter(({ status }) => status === "claimed")).toEqual([]);
  expect(await ask(0, admin, "brake.set", { isOn: false })).toBeNull();
  expect(await ask(2, people[0] as TestDevice, "claim.next", { languages: [] })).toBeNull();
});

it.each([
  ["claim.take", { mentionId: "x:0" }],
  ["claim.next", { languages: [] }],
] as const)("a claim that waited for its turn since before the switch is refused too: %s", async (name, args) => {
  await admin.run("mention.report", sighting("0"));
  await ask(1, admin, "brake.set", { isOn: true, words: "" });
  const { workspaceId, deviceId, memberId } = people[0] as TestDevice;
  const member = { id: memberId, name: "Ann", role: "advocate", level: 3 } as const;
  // As the device was let in before anybody stopped anything.
  const device = { workspaceId, id: deviceId, member, levels: usualLevelRules };
  const [outcome] = (await replicas[0]?.deps.operate(device, [{ id: randomUUID(), name, args }])) ?? [];
  expect(outcome).toMatchObject({ ok: false, error: { code: "community_stopped" } });
});
