import { type ErrorCode, FanswerError } from "../schema/errors.ts";
import { mentionId, type Sighting } from "../schema/mention.ts";
import type { OperationArgs, OperationName } from "../schema/operations.ts";
import type { OutboxRow, Store } from "./database.ts";
import { getMeta } from "./meta.ts";

/** How often the server may fail to do an operation, or to answer it, before it is set aside: by then the fault is its own. */
const mostFailures = 5;

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

/** Keeps an operation until the server takes it, epoch ms in its time. */
export async function putOff(store: Store, operationId: string, notBeforeMs: number): Promise<void> {
  await store.outbox.where("id").equals(operationId).modify({ notBeforeMs });
}

/** Sets a refused operation aside: kept with its reason until a person decides. */
export async function setAside(store: Store, operationId: string, code: ErrorCode): Promise<void> {
  await store.outbox.where("id").equals(operationId).modify({ refused: code });
}

/** Counts that the server could not do these, or said nothing of them. */
export async function noteFailures(store: Store, operationIds: readonly string[]): Promise<void> {
  await store.outbox
    .where("id")
    .anyOf([...operationIds])
    .modify((row) => {
      const failures = (row.failures ?? 0) + 1;
      Object.assign(row, { failures, refused: failures < mostFailures ? null : "internal" });
    });
}

/**
 * Queues a refused operation anew, under `newId` (its own id has been answered) and, when the member holds the
 * mention again, under the new claim. Throws `not_found`.
 */
export async function retryRefused(store: Store, operationId: string, newId: string): Promise<void> {
  await store.transaction("rw", store.outbox, store.mentions, store.meta, async () => {
    const row = await refusedOperation(store, operationId);
    const { seq, failures: _, notBeforeMs: __, ...kept } = row;
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
