import { FanswerError } from "../../lib/schema/errors.ts";
import { operationRow } from "../../lib/schema/operations.ts";
import { can } from "../../lib/schema/roles.ts";
import { firsts } from "../grouping.ts";
import { hashOf } from "../ids.ts";
import {
  dropOperations,
  probeOperations,
  showMentions,
  storedOperations,
  storeMentionsAnswered,
  storeOperations,
} from "../store/operations.ts";
import { RunAgain, sqlState } from "../store/pool.ts";
import { all, type Queryable } from "../store/statement.ts";
import { type Ask, type Shared, ShownMention, stored } from "./call.ts";

/** A result as the wire has it, or the error of a refusal. */
export type OperationAnswer = unknown;

type Answers = ReadonlyMap<Ask, OperationAnswer>;

/** The part of `Shared` that is needed to look up and keep answers. */
type Here = Pick<Shared, "workspaceId" | "at"> & { readonly client: Queryable };

const isStored = ({ name }: Ask): boolean => operationRow(name).stored;

export const bodyHash = ({ name, args }: Ask): Buffer => hashOf(JSON.stringify([name, args]));
const joined = (device: string, operation: string): string => `${device} ${operation}`;
const keyOf = ({ device, operationId }: Ask): string => joined(device.id, operationId);

const keys = (workspaceId: string, asks: readonly Ask[]) => ({
  workspaceId,
  devices: asks.map(({ device }) => device.id),
  operations: asks.map(({ operationId }) => operationId),
});

const askers = (asks: readonly Ask[]) => {
  const members = asks.map(({ device }) => device.member);
  return { members: members.map(({ id }) => id), areStaff: members.map((member) => can(member, "triage")) };
};

/** The kept answer, or a refusal where an operation of the same id came with another body. */
const ifSame = (ask: Ask, hash: Buffer, answer: OperationAnswer): OperationAnswer =>
  bodyHash(ask).equals(hash) ? answer : new FanswerError("operation_reused");

/** For a statement whose key is violated when another server stored the same meanwhile. */
export function orRunAgain(thrown: unknown): never {
  throw sqlState(thrown) === "23505" ? new RunAgain() : thrown;
}

/** The kept answers to those of the operations that took effect in an earlier request. */
export async function recallAnswers({ client, workspaceId }: Here, asks: readonly Ask[]): Promise<Map<Ask, OperationAnswer>> {
  const kept = asks.filter(isStored);
  if (kept.length === 0) return new Map();
  const rows = await all(client, storedOperations, { ...keys(workspaceId, kept), ...askers(kept) });
  const before = new Map(rows.map((row) => [joined(row.device_id, row.operation_id), row]));
  return new Map(
    kept.flatMap((ask) => {
      const row = before.get(keyOf(ask));
      const answer = row?.is_gone ? new FanswerError("not_found") : row?.result;
      return row ? [[ask, ifSame(ask, row.body_hash, answer)] as const] : [];
    }),
  );
}

/** The operations to be done: where the same one came twice in this batch, only its first. */
export function each(asks: readonly Ask[]): Ask[] {
  const first = firsts(asks.filter(isStored), keyOf);
  return asks.filter((ask) => !isStored(ask) || first.get(keyOf(ask)) === ask);
}

/** The answers to repeats within one batch: what the first of them was answered. */
export function answerTwins(asks: readonly Ask[], answers: Answers): Map<Ask, OperationAnswer> {
  const first = firsts([...answers.keys()], keyOf);
  return new Map(
    asks.map((ask) => {
      const twin = first.get(keyOf(ask));
      return [ask, twin && ifSame(ask, bodyHash(twin), answers.get(twin))] as const;
    }),
  );
}

/** Of refused operations, the answers to those that took effect on another server meanwhile; waits for one that is under way there. */
async function waitFor(shared: Here, asks: readonly Ask[]): Promise<Map<Ask, OperationAnswer>> {
  const { client, workspaceId, at } = shared;
  if (asks.length === 0) return new Map();
  const rows = await all(client, probeOperations, { ...keys(workspaceId, asks), bodyHashes: asks.map(bodyHash), at });
  const free = new Set(rows.map(({ device_id, operation_id }) => joined(device_id, operation_id)));
  const [untouched, taken] = [true, false].map((isFree) => asks.filter((ask) => free.has(keyOf(ask)) === isFree));
  if (untouched?.length) await all(client, dropOperations, keys(workspaceId, untouched));
  return taken?.length ? recallAnswers(shared, taken) : new Map();
}

/**
 * The answers to those of the refused operations that took effect on another server meanwhile, in place of the refusal. Those refused as `too_many` may
 * be hundreds, so they are only looked up and not waited for.
 */
export async function checkRefused(shared: Here, refused: ReadonlyMap<Ask, FanswerError>): Promise<Map<Ask, OperationAnswer>> {
  const asks = [...refused.keys()].filter(isStored);
  const [many, others] = [true, false].map((isMany) => asks.filter((ask) => (refused.get(ask)?.code === "too_many") === isMany));
  return new Map([...(await recallAnswers(shared, many ?? [])), ...(await waitFor(shared, others ?? []))]);
}

async function storeShown({ client, workspaceId, at }: Shared, shown: ReadonlyMap<Ask, ShownMention>): Promise<Map<Ask, OperationAnswer>> {
  const asks = [...shown.keys()];
  if (asks.length === 0) return new Map();
  const given = { ...keys(workspaceId, asks), mentions: asks.map((ask) => shown.get(ask)?.mentionId ?? "") };
  const [rows] = await Promise.all([
    all(client, showMentions, { ...given, ...askers(asks) }),
    all(client, storeMentionsAnswered, { ...given, bodyHashes: asks.map(bodyHash), at }),
  ]);
  const results = new Map(rows.map((row) => [joined(row.device_id, row.operation_id), row.result]));
  return new Map(asks.map((ask) => [ask, results.get(keyOf(ask))]));
}

async function storeOthers({ client, workspaceId, at }: Shared, others: ReadonlyMap<Ask, unknown>): Promise<void> {
  const asks = [...others.keys()];
  if (asks.length === 0) return;
  const results = [...others.values()].map((answer) => JSON.stringify(answer));
  await all(client, storeOperations, { ...keys(workspaceId, asks), bodyHashes: asks.map(bodyHash), at, results });
}

/**
 * Stores the answers of asks that took effect with these outcomes, in statements that are under way when it returns; gives the answers that
 * the database wrote. Throws RunAgain when one of them took effect elsewhere meanwhile.
 */
export async function keepAnswers(shared: Shared, outcomes: readonly (readonly [Ask, unknown])[]): Promise<Map<Ask, OperationAnswer>> {
  const kept = outcomes.filter(([ask, answer]) => isStored(ask) && !(answer instanceof FanswerError || answer === stored));
  const shown = kept.flatMap(([ask, answer]) => (answer instanceof ShownMention ? [[ask, answer] as const] : []));
  const others = kept.filter(([, answer]) => !(answer instanceof ShownMention));
  const [answers] = await Promise.all([storeShown(shared, new Map(shown)), storeOthers(shared, new Map(others))]).catch(orRunAgain);
  return answers;
}
