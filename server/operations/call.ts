import type pg from "pg";
import { FanswerError } from "../../lib/schema/errors.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { OperationArgs, OperationName, OperationResult } from "../../lib/schema/operations.ts";
import type { Device } from "../device.ts";
import type { Models } from "../models/models.ts";
import { lockMention, type MentionRow, mentionById } from "../store/mentions.ts";
import { first, one } from "../store/statement.ts";
import { raiseCounter } from "../store/workspaces.ts";

/** What an operation works with: one transaction of one device. */
export interface Call {
  readonly client: pg.PoolClient;
  readonly device: Device;
  readonly operationId: string;
  readonly at: Date;
  readonly publicUrl: string;
  readonly models: Pick<Models, "secret" | "allowedHosts">;
  /** The next revision of the workspace. Takes its lock: mentions are locked before it, nothing after it. */
  raise(): Promise<number>;
}

export type Handler<N extends OperationName> = (call: Call, args: OperationArgs<N>) => Promise<OperationResult<N>>;

/** Locks a mention; `not_found` when the workspace has none of this id. */
export async function locked({ client, device }: Call, mentionId: string): Promise<MentionRow> {
  const row = await first(client, lockMention, device.workspaceId, mentionId);
  if (row === null) throw new FanswerError("not_found");
  return row;
}

/** The mention as it is now, for the answer. */
export async function present({ client, device }: Call, mentionId: string): Promise<Mention> {
  return (await one(client, mentionById, device.workspaceId, mentionId)).mention;
}

/** Gives out the workspace's next revision. */
export async function nextRevision(client: pg.PoolClient, workspaceId: string): Promise<number> {
  return (await one(client, raiseCounter, workspaceId)).revision;
}
