import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { usualLevelRules } from "../../lib/schema/level-rules.ts";
import { createDeps, type Deps } from "../../server/deps.ts";
import { openPool } from "../../server/store/pool.ts";
import { createHub } from "../../server/wake/hub.ts";
import { mentionsOf, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
let replicas: Deps[];
let people: TestDevice[];

beforeEach(async () => {
  const { deps } = server();
  replicas = [1, 2, 3].map(() => createDeps({ ...deps, wake: createHub(0), pool: openPool(server().url, () => {}) }));
  const workspace = await server().workspace();
  people = await Promise.all(Array.from({ length: 12 }, () => server().join(workspace, "staff")));
});

afterEach(async () => {
  for (const { pool } of replicas) await pool.end();
});

const asDevice = ({ workspaceId, deviceId, memberId }: TestDevice) => ({
  workspaceId,
  id: deviceId,
  member: { id: memberId, name: "A staff", role: "staff", level: 0 } as const,
  levels: usualLevelRules,
});

/** Runs an operation on one of the servers; gives its value or the code of its refusal. */
async function run(replica: number, person: TestDevice, name: string, args: object, id: string = randomUUID()): Promise<unknown> {
  const [outcome] = (await replicas[replica]?.operate(asDevice(person), [{ id, name, args }])) ?? [];
  return outcome?.ok ? outcome.value : outcome?.error.code;
}

const report = (count: number) =>
  people[0]?.sync(Array.from({ length: count }, (_, n) => ({ id: randomUUID(), name: "mention.report", args: sighting(String(n)) })));

describe("three servers on one database", () => {
  it("give every mention once, with one revision for every change", async () => {
    await report(100);
    const workspace = people[0]?.workspaceId;
    const counter = async () =>
      (await server().deps.pool.query("SELECT counter FROM workspaces WHERE workspace_id = $1", [workspace])).rows[0].counter as number;
    const before = await counter();
    const taken: string[] = [];
    await Promise.all(
      people.map(async (person, n) => {
        for (;;) {
          const got = (await run(n % 3, person, "claim.next", { languages: [] })) as { id: string } | string;
          if (got === "claim_limit") return;
          if (typeof got !== "string") taken.push(got.id);
          else if (taken.length === 100) return;
        }
      }),
    );
    expect(taken).toHaveLength(100);
    expect(new Set(taken).size).toBe(100);
    const revisions = [...(await mentionsOf(people[0] as TestDevice)).values()].map(({ revision }) => revision - before);
    expect(revisions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
    expect(await counter()).toBe(before + 100);
  });

  it("keep to a member's limit when the claims come through all of them", async () => {
    await report(40);
    const ann = people[1] as TestDevice;
    const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => run(n % 3, ann, "claim.next", { languages: [] })));
    const refused = answers.filter((answer) => typeof answer === "string");
    // Where others hold the locks of all that it looked at, a claim may find the queue empty for a moment.
    expect(answers.length - refused.length).toBeLessThanOrEqual(10);
    await expect.poll(() => run(0, ann, "claim.next", { languages: [] })).toBe("claim_limit");
    const held = [...(await mentionsOf(ann)).values()].filter(({ claim }) => claim?.holder.id === ann.memberId);
    expect(held).toHaveLength(10);
  });

  it("do an operation once that reaches all of them, and answer all alike", async () => {
    await report(30);
    for (let round = 0; round < 10; round++) {
      const id = randomUUID();
      const person = people[round] as TestDevice;
      const [first, ...others] = await Promise.all(
        [0, 1, 2, 0].map((replica) => run(replica, person, "claim.next", { languages: [] }, id)),
      );
      for (const other of others) expect(other).toEqual(first);
    }
    const claimed = [...(await mentionsOf(people[0] as TestDevice)).values()].filter(({ status }) => status === "claimed");
    expect(claimed).toHaveLength(10);
  });
});

describe("operations that share a transaction", () => {
  it("keep their order for each device", async () => {
    await report(12);
    const outcomes = await Promise.all(
      people.map(async (person, n) => {
        const ref = { mentionId: `x:${n}` };
        const send = (name: string, args: object) => ({ id: randomUUID(), name, args });
        return replicas[0]?.operate(asDevice(person), [
          send("claim.take", ref),
          send("draft.save", { ...ref, fence: 1, text: "Hold the button" }),
          send("reply.posted", { ...ref, fence: 1, text: "Hold the button", url: null, proof: "confirmed" }),
          send("claim.release", { ...ref, fence: 1 }),
        ]);
      }),
    );
    for (const all of outcomes) {
      const states = all?.map((outcome) => outcome.ok && (outcome.value as { status: string; draft: { status: string } | null }));
      expect(states).toMatchObject([
        { status: "claimed" },
        { draft: { status: "writing" } },
        { status: "answered" },
        { status: "answered" },
      ]);
    }
  });

  it("share the answer when one of them comes twice", async () => {
    await report(3);
    const id = randomUUID();
    const ann = people[1] as TestDevice;
    const [first, second, other] = await Promise.all([
      run(0, ann, "claim.take", { mentionId: "x:1" }, id),
      run(0, ann, "claim.take", { mentionId: "x:1" }, id),
      run(0, ann, "claim.take", { mentionId: "x:2" }, id),
    ]);
    expect(first).toMatchObject({ status: "claimed", claim: { fence: 1 } });
    expect(second).toEqual(first);
    expect(other).toBe("operation_reused");
  });
});
