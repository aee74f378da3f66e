import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { usualLevelRules } from "../../lib/schema/level-rules.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { OperationOutcome } from "../../lib/schema/wire.ts";
import type { SignedInDevice } from "../../server/door.ts";
import type { Operate } from "../../server/operations/run.ts";
import { claimsPerMember } from "./place.ts";

/** How a run of many callers went. */
export interface Run {
  readonly perSecond: number;
  /** How long each call took, in the order in which they ended. */
  readonly latenciesMs: readonly number[];
}

/** Has `callers` call, each again as soon as it is answered, for so long. `call` gets the caller and how often it called before. */
export async function callFor(ms: number, callers: number, call: (caller: number, turn: number) => Promise<unknown>): Promise<Run> {
  const latenciesMs: number[] = [];
  const start = performance.now();
  const end = start + ms;
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let turn = 0; performance.now() < end; turn++) {
        const before = performance.now();
        await call(caller, turn);
        latenciesMs.push(performance.now() - before);
      }
    }),
  );
  return { perSecond: (latenciesMs.length / (performance.now() - start)) * 1000, latenciesMs };
}

/** A device that may claim `turn`-th time: every caller goes through members of its own, as each may hold only so many claims. */
export function deviceOf(workspaceId: string, caller: number, callers: number, turn: number): SignedInDevice {
  const n = Math.floor(turn / claimsPerMember) * callers + caller;
  return { workspaceId, id: `d${n}`, member: { id: `m${n}`, name: `Member ${n}`, role: "advocate", level: 3 }, levels: usualLevelRules };
}

function unwrap(outcome: OperationOutcome | undefined): unknown {
  if (outcome?.ok) return outcome.value;
  throw new Error(`refused: ${outcome?.error.code}`);
}

/** Claims the next best. */
export async function claim(operate: Operate, device: SignedInDevice): Promise<Mention> {
  const [outcome] = await operate(device, [{ id: randomUUID(), name: "claim.next", args: { languages: [] } }]);
  return unwrap(outcome) as Mention;
}

/** Claims the next best and answers it. */
export async function claimAndComplete(operate: Operate, device: SignedInDevice): Promise<void> {
  const { id: mentionId, claim: held } = await claim(operate, device);
  const args = { mentionId, fence: held?.fence, text: "Hold the button for ten seconds.", url: null, proof: "confirmed" };
  unwrap((await operate(device, [{ id: randomUUID(), name: "reply.posted", args }]))[0]);
}
