import { type ErrorCode, FanswerError } from "../schema/errors.ts";
import { mentionId, type Sighting } from "../schema/mention.ts";
import type { OperationArgs, OperationName } from "../schema/operations.ts";
import { type Cursor, limits, type Operation } from "../schema/wire.ts";
import type { OutboxRow, Store } from "./database.ts";
import { isQueueLow } from "./holding.ts";
import { type Account, getMeta } from "./meta.ts";

/** Bytes that the envelope of a request may take beside its operations. */
const envelopeBytes = 10_000;

/** A queued operation as its author asks for it. */
export type NewOperation<N extends OperationName = OperationName> = {
  readonly id: string;
  readonly name: N;
  readonly args: OperationArgs<N>;
};

/** What the server has not answered yet, in the order of sending. */
export async function waitingOperations(store: Store): Promise<OutboxRow[]> {
  return store.outbox
    .orderBy("seq")
    .filter((row) => row.refused === null)
    .toArray();
}

/** What waits or was refused for one mention, in the order of asking. */
export async function operationsFor(store: Store, mentionId: string): Promise<OutboxRow[]> {
  return store.outbox.where("mentionId").equals(mentionId).sortBy("seq");
}

/**
 * Puts an operation into the outbox; the same one again changes nothing. A saved draft replaces the one before it, as long as that one has never
 * left the device and nothing else happened to the mention in between.
 */
export async function enqueue<N extends OperationName>(store: Store, operation: NewOperation<N>, atMs: number): Promise<void> {
  const about = mentionOf(operation);
  const row: OutboxRow = { ...operation, mentionId: about, atMs, sent: false, refused: null };
  await store.transaction("rw", store.outbox, async () => {
    const same = await store.outbox.where("id").equals(operation.id).first();
    if (same?.name === operation.name && same.mentionId === about) return;
    const before = about === null ? undefined : (await operationsFor(store, about)).filter((each) => !each.refused).at(-1);
    const seq = before && replaces(row, before) ? before.seq : undefined;
    await store.outbox.put(seq === undefined ? row : { ...row, seq });
  });
}

function replaces(row: OutboxRow, before: OutboxRow): boolean {
  return row.name === "draft.save" && before.name === "draft.save" && !before.sent && fenceOf(row.args) === fenceOf(before.args);
}

function mentionOf({ name, args }: NewOperation): string | null {
  if (name === "mention.report") return mentionId((args as Sighting).site, (args as Sighting).postId);
  return (args as { readonly mentionId?: string }).mentionId ?? null;
}

const fenceOf = (args: unknown) => (args as { readonly fence?: number }).fence;

/** What one request takes along, and as whom. */
export interface Batch {
  readonly account: Account;
  readonly since: Cursor | null;
  /** The queue on this device has run low. */
  readonly refill: boolean;
  readonly operations: readonly Operation[];
  /** More wait than fit. */
  readonly rest: boolean;
}

/** The next operations to send, within the bounds of one request, marked as sent before they are. Null when nobody is signed in. */
export async function takeBatch(store: Store): Promise<Batch | null> {
  return store.transaction("rw", store.outbox, store.meta, store.mentions, async () => {
    const account = await getMeta(store, "account");
    if (!account || !(await getMeta(store, "consent"))) return null;
    const rows = await waitingOperations(store);
    const batch = rows.slice(0, fitting(rows));
    await store.outbox.bulkPut(batch.filter((row) => !row.sent).map((row) => ({ ...row, sent: true })));
    const operations = batch.map(({ id, name, args }) => ({ id, name, args }));
    const since = (await getMeta(store, "cursor")) ?? null;
    return { account, since, refill: await isQueueLow(store), operations, rest: rows.length > batch.length };
  });
}

/** How many rows fit into one request; at least one, so that a huge one cannot stop the rest for ever. */
function fitting(rows: readonly OutboxRow[]): number {
  const encoder = new TextEncoder();
  let bytes = envelopeBytes;
  const end = rows.findIndex((row, index) => {
    bytes += encoder.encode(JSON.stringify(row.args)).length + 200;
    return index > 0 && (index >= limits.operations || bytes > limits.requestBytes);
  });
  return end === -1 ? rows.length : end;
}

/** Sets a refused operation aside: kept with its reason until a person decides. */
export async function setAside(store: Store, operationId: string, code: ErrorCode): Promise<void> {
  await store.outbox.where("id").equals(operationId).modify({ refused: code });
}

/**
 * Queues a refused operation anew, under `newId` (its own id has been answered) and, when the member holds the
 * mention again, under the new claim. Throws `not_found`.
 */
export async function retryRefused(store: Store, operationId: string, newId: string): Promise<void> {
  await store.transaction("rw", store.outbox, store.mentions, store.meta, async () => {
    const row = await refusedOperation(store, operationId);
    const { seq, ...kept } = row;
    await store.outbox.delete(seq);
    await store.outbox.put({ ...kept, id: newId, args: await underCurrentClaim(store, row), sent: false, refused: null });
  });
}

async function underCurrentClaim(store: Store, row: OutboxRow): Promise<unknown> {
  if (row.mentionId === null || fenceOf(row.args) === undefined) return row.args;
  const claim = (await store.mentions.get(row.mentionId))?.claim;
  const account = await getMeta(store, "account");
  return claim && claim.holder.id === account?.member.id ? { ...(row.args as object), fence: claim.fence } : row.args;
}

/** Lets a refused operation go. Throws `not_found`. */
export async function discardRefused(store: Store, operationId: string): Promise<void> {
  await store.transaction("rw", store.outbox, async () => {
    await store.outbox.delete((await refusedOperation(store, operationId)).seq);
  });
}

async function refusedOperation(store: Store, operationId: string): Promise<OutboxRow & { readonly seq: number }> {
  const row = await store.outbox.where("id").equals(operationId).first();
  if (!row?.refused || row.seq === undefined) throw new FanswerError("not_found");
  return { ...row, seq: row.seq };
}
