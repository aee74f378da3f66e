import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { comparedReplies } from "../lib/suggest/near.ts";
import type { SignedInDevice } from "../server/door.ts";
import { keepPieces, lookForCopies } from "../server/operations/near-copies.ts";
import type { Benchmark } from "./kit/benchmark.ts";
import { median, quantile } from "./kit/numbers.ts";
import { deviceOf } from "./queue/callers.ts";
import { type BenchDatabase, claimsPerMember, makeWorkspace, openPlace } from "./queue/place.ts";
import { openReplica, type Replica } from "./wire/replica.ts";

const callers = 24;
const people = 1_200;
/** For so long callers claim before and after the switch. */
const beforeMs = 500;
const afterMs = 1_500;

/** Asks for the next post as a device that was let in before the switch; whether it was given one. */
async function claims({ deps }: Replica, device: SignedInDevice): Promise<boolean> {
  const [outcome] = await deps.operate(device, [{ id: randomUUID(), name: "claim.next", args: { languages: [] } }]);
  return outcome?.ok === true;
}

/** How long after the answer to "stop" the last claim was accepted that a member of the community made, on any of the servers, in ms; 0: none was. */
async function lateMs(place: BenchDatabase, replicas: readonly Replica[]): Promise<number> {
  const workspace = await makeWorkspace(place, people * claimsPerMember, people);
  let isOver = false;
  const accepted: number[] = [];
  const calling = Array.from({ length: callers }, async (_, caller) => {
    for (let turn = 0; !isOver; turn++) {
      const isGiven = await claims(replicas[(caller + turn) % replicas.length] as Replica, deviceOf(workspace, caller, callers, turn));
      if (isGiven) accepted.push(performance.now());
    }
  });
  await sleep(beforeMs);
  const admin = { ...deviceOf(workspace, 0, callers, 0), member: { id: "m0", name: "Member 0", role: "admin", level: 3 } } as const;
  const [outcome] =
    (await replicas[0]?.deps.operate(admin, [{ id: randomUUID(), name: "brake.set", args: { isOn: true, words: "" } }])) ?? [];
  const stoppedMs = performance.now();
  if (!outcome?.ok) throw new Error(`not stopped: ${outcome?.error.code}`);
  if (accepted.length === 0) throw new Error("nobody claimed anything before");
  await sleep(afterMs);
  isOver = true;
  await Promise.all(calling);
  return Math.max(0, ...accepted.map((atMs) => atMs - stoppedMs));
}

const words = (count: number, from: number) =>
  Array.from({ length: count }, (_, n) => `word${(from * 7_919 + n * 104_729) % 5_000}`).join(" ");

/** How long it takes to compare a draft of 40 words with the latest replies, 95th percentile in ms; `shared`: words that all of them begin with. */
async function comparingMs(place: BenchDatabase, shared: string): Promise<{ looking: number; keeping: number }> {
  const workspaceId = await makeWorkspace(place, 10, 10);
  const client = await place.pool.connect();
  try {
    const here = { client, workspaceId, at: new Date() };
    const said = (n: number) => ({ mentionId: `x:${n}`, text: `${shared} ${words(40, n)}.` });
    for (let n = 0; n < comparedReplies; n++) await keepPieces(here, [said(n)], null);
    const [looking, keeping]: [number[], number[]] = [[], []];
    for (let n = 0; n < 200; n++) {
      const draft = said(comparedReplies + (n % 10));
      const beganMs = performance.now();
      const isNear = await lookForCopies(here, [draft]);
      isNear(draft, { disclosure: "" });
      const lookedMs = performance.now();
      await keepPieces(here, [draft], null);
      looking.push(lookedMs - beganMs);
      keeping.push(performance.now() - lookedMs);
    }
    return { looking: quantile(looking, 0.95), keeping: quantile(keeping, 0.95) };
  } finally {
    client.release();
  }
}

const benchmark: Benchmark = {
  about: "the brake on three servers: the last claim after the switch; and what a draft's comparison with 1,000 replies costs",
  rounds: 5,
  async *run({ rounds, note }) {
    const place = await openPlace();
    const replicas = await Promise.all([1, 2, 3].map(() => openReplica(place.url, true)));
    try {
      const lower = { better: "lower" } as const;
      const times: number[] = [];
      for (let round = 1; round <= rounds; round++) {
        note(`three servers, ${callers} callers, round ${round} of ${rounds}`);
        times.push(await lateMs(place, replicas));
      }
      yield {
        metric: "stopped -> last claim accepted, 3 replicas, worst",
        value: Math.max(...times),
        unit: "ms",
        gate: 1_000,
        aim: 100,
        ...lower,
      };
      yield { metric: "the same, median", value: median(times), unit: "ms", gate: null, aim: null, ...lower };
      const plain = await comparingMs(place, "");
      const phrase = await comparingMs(place, "thank you for writing to us here");
      yield { metric: "draft compared with 1,000 replies, 95th", value: plain.looking, unit: "ms", gate: null, aim: null, ...lower };
      yield { metric: "the same, a phrase in all of them", value: phrase.looking, unit: "ms", gate: null, aim: null, ...lower };
      yield { metric: "pieces of a reply kept, 95th", value: plain.keeping, unit: "ms", gate: null, aim: null, ...lower };
    } finally {
      for (const replica of replicas) await replica.close();
      await place.close();
    }
  },
};

export default benchmark;
