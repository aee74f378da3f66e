import * as v from "valibot";
import type { ErrorCode } from "../schema/errors.ts";
import { isOperationName, operations } from "../schema/operations.ts";
import { type Cursor, limits, type Operation } from "../schema/wire.ts";
import type { OutboxRow, Store } from "./database.ts";
import { isQueueLow } from "./holding.ts";
import { type Account, getMeta } from "./meta.ts";
import { waitingOperations } from "./outbox.ts";

/** Bytes that the envelope of a request may take beside its operations, and an operation beside its arguments. */
const envelopeBytes = 10_000;
const frameBytes = 200;

/** What one request takes along, and as whom. */
export interface Batch {
  readonly account: Account;
  readonly since: Cursor | null;
  /** The queue on this device has run low, or its member reads other languages now. */
  readonly refill: boolean;
  readonly operations: readonly Operation[];
  /** More operations wait than fit into this request. */
  readonly rest: boolean;
}

/**
 * The next operations to send, at most `most` and within the bounds of one request, marked as sent before they are. What can never be sent is set aside
 * with the reason. Null when nobody is signed in. `nowMs`: this device's time; left out, nothing waits for its time.
 */
export async function takeBatch(store: Store, most: number = limits.operations, nowMs = Number.POSITIVE_INFINITY): Promise<Batch | null> {
  return store.transaction("rw", store.outbox, store.meta, store.mentions, async () => {
    const account = await getMeta(store, "account");
    if (!account || !(await getMeta(store, "consent"))) return null;
    const atMs = nowMs + ((await getMeta(store, "skewMs")) ?? 0);
    const waiting = dueAt(await waitingOperations(store), atMs).map((row) => ({ row, ...weighed(row) }));
    const unfit = waiting.flatMap(({ row, problem }) => (problem ? [{ ...row, id: nameOf(row), refused: problem }] : []));
    const rows = waiting.filter(({ problem }) => problem === null);
    const batch = rows.slice(0, Math.min(most, fitting(rows))).map(({ row }) => row);
    await store.outbox.bulkPut([...unfit, ...batch.filter((row) => !row.sent).map((row) => ({ ...row, sent: true }))]);
    const sent = batch.map(({ id, name, args }) => ({ id, name, args }));
    const since = (await getMeta(store, "cursor")) ?? null;
    return {
      account,
      since,
      refill: (await getMeta(store, "refill")) === true || (await isQueueLow(store)),
      operations: sent,
      rest: rows.length > batch.length,
    };
  });
}

/** Those that the server takes by now. What has to wait holds up what was done to the same mention after it, and nothing else. */
function dueAt(rows: readonly OutboxRow[], atMs: number): OutboxRow[] {
  const held = new Set<string | null>();
  return rows.filter(({ mentionId, notBeforeMs = 0 }) => {
    const waits = notBeforeMs > atMs || (mentionId !== null && held.has(mentionId));
    if (waits) held.add(mentionId);
    return !waits;
  });
}

/** How many rows fit into one request. */
function fitting(rows: readonly { readonly bytes: number }[]): number {
  let bytes = envelopeBytes;
  const end = rows.findIndex((row) => {
    bytes += row.bytes;
    return bytes > limits.requestBytes;
  });
  return end === -1 ? rows.length : end;
}

/** What an operation takes of a request, and why it can never be sent: it is damaged, of a form that is no more, or too large even alone. */
function weighed({ id, name, args }: OutboxRow): { bytes: number; problem: ErrorCode | null } {
  const damaged = { bytes: 0, problem: "malformed" } as const;
  if (typeof id !== "string" || id === "" || typeof name !== "string") return damaged;
  if (isOperationName(name) && !v.is(operations[name].args as v.GenericSchema, args)) return damaged;
  try {
    const bytes = new TextEncoder().encode(JSON.stringify(args)).length + frameBytes;
    return { bytes, problem: bytes + envelopeBytes > limits.requestBytes ? "too_large" : null };
  } catch {
    return damaged;
  }
}

/** Even a damaged row needs an id, by which a person can discard it. */
const nameOf = ({ id, seq }: OutboxRow): string => (typeof id === "string" && id !== "" ? id : `row ${seq}`);
