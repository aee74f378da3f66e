import type pg from "pg";
import { FanswerError } from "../../lib/schema/errors.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { OperationArgs, OperationName, OperationResult } from "../../lib/schema/operations.ts";
import type { Device } from "../device.ts";
import { lockMention, type MentionRow, mentionById, mentionsById } from "../store/mentions.ts";
import { all, first, one } from "../store/statement.ts";
import { raiseCounter } from "../store/workspaces.ts";

/** What operations work with that share a transaction: one workspace's. */
export interface Shared {
  readonly client: pg.PoolClient;
  readonly workspaceId: string;
  readonly at: Date;
  readonly publicUrl: string;
  /** Says which revision was given out, for the wake-up afterwards. */
  moved(revision: number): void;
}

/** One operation of one device. */
export interface Ask<N extends OperationName = OperationName> {
  readonly device: Device;
  readonly operationId: string;
  readonly name: N;
  readonly args: OperationArgs<N>;
}

/** What one operation works with. */
export interface Call extends Shared {
  readonly device: Device;
  readonly operationId: string;
  /** The next revision of the workspace. Takes its lock: mentions are locked before it, nothing after it. */
  raise(): Promise<number>;
}

/** Does one operation, or throws a FanswerError before it has written anything: others share the transaction. */
export type Handler<N extends OperationName> = (call: Call, args: OperationArgs<N>) => Promise<OperationResult<N>>;

export type Answer<N extends OperationName> = OperationResult<N> | FanswerError;

/** Does many of one name with few statements; a refused one gets its error in place of a result, and has written nothing. */
export type ManyHandler<N extends OperationName> = (shared: Shared, asks: readonly Ask<N>[]) => Promise<readonly Answer<N>[]>;

/** Locks a mention; `not_found` when the workspace has none of this id. */
export async function locked({ client, workspaceId }: Call, mentionId: string): Promise<MentionRow> {
  const row = await first(client, lockMention, workspaceId, mentionId);
  if (row === null) throw new FanswerError("not_found");
  return row;
}

/** The mention as it is now, for the answer. */
export async function present({ client, workspaceId }: Shared, mentionId: string): Promise<Mention> {
  return (await one(client, mentionById, workspaceId, mentionId)).mention;
}

/** Mentions as they are now, by id. */
export async function presentMany({ client, workspaceId }: Shared, mentionIds: readonly string[]): Promise<Map<string, Mention>> {
  const rows = await all(client, mentionsById, workspaceId, mentionIds);
  return new Map(rows.map(({ mention }) => [mention.id, mention]));
}

/** Gives out the workspace's next revision. */
export async function nextRevision(client: pg.PoolClient, workspaceId: string): Promise<number> {
  return (await one(client, raiseCounter, workspaceId)).revision;
}
