import type pg from "pg";
import { FanswerError } from "../../lib/schema/errors.ts";
import type { Hit } from "../../lib/schema/keywords.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { OperationArgs, OperationName, OperationResult } from "../../lib/schema/operations.ts";
import type { Workspace } from "../../lib/schema/workspace.ts";
import type { SignedInDevice } from "../door.ts";
import type { Models } from "../models/models.ts";
import { lockMention, type MentionRow } from "../store/mentions.ts";
import { first, one } from "../store/statement.ts";
import { raiseCounter, workspaceById } from "../store/workspaces.ts";
import type { Scoring } from "./scoring.ts";

/** What all operations of one transaction work with. They belong to one workspace. */
export interface Shared {
  readonly client: pg.PoolClient;
  readonly workspaceId: string;
  readonly at: Date;
  readonly publicUrl: string;
  readonly models: Pick<Models, "keys" | "allowedHosts">;
  /** Notes a revision that was given out: once the transaction is committed, devices are woken with the highest. */
  moved(revision: number): void;
  /** Says whose devices are to be asked who they are again, once this is committed. */
  shutOut(memberId: string): void;
  /** Has the transaction wait, before it ends, for statements that the handler does not wait for itself. If one of them fails, the whole batch is rolled back. */
  later(work: Promise<unknown>): void;
  /** What the audit log calls operations that became something else than they are named after. */
  readonly actions: Map<Ask, string>;
  /** Gives the answer to an operation whose handler returned `stored`. */
  answered(ask: Ask, answer: unknown): void;
}

/** The id of who asks as the server's operator, who is no member: nothing refers to it, and the log of decisions has none there. */
export const operatorId = "";

/** One operation of one device. */
export interface Ask<N extends OperationName = OperationName> {
  readonly device: SignedInDevice;
  readonly operationId: string;
  readonly name: N;
  readonly args: OperationArgs<N>;
  /** Of a report: its post's first scores, worked out before the transaction by settings of this version. */
  readonly ahead?: { readonly at: Date; readonly version: number; readonly scoring: Scoring };
  /** Of a report: where the workspace's keywords stand in it, as the server reads it; not there where the server cannot say. */
  readonly found?: readonly Hit[];
  /** Of a report: what is kept of its author where they objected; not there where nobody did. */
  readonly person?: Buffer;
  /** Of a report: the post is by one of the brand's own accounts. */
  readonly isOwn?: true;
}

/** What one operation works with. */
export interface OperationCall extends Shared {
  readonly device: SignedInDevice;
  readonly operationId: string;
  /** The next revision of the workspace. Takes its lock: mentions are locked before it, nothing after it. */
  raise(): Promise<number>;
  /** The audit log names the operation so, in place of its own name. */
  noteAs(action: string): void;
}

/** The answer "this mention, as it is when those of the same name that share the transaction are done". */
export class ShownMention {
  readonly mentionId: string;
  constructor(mentionId: string) {
    this.mentionId = mentionId;
  }
}

/** Returned by a handler in place of an answer, when the statement that does the operation also stores the answer; the answer goes to `answered`. */
export const stored = Symbol("stored");

type Given<N extends OperationName> = OperationResult<N> extends Mention ? ShownMention : OperationResult<N>;

/** Does one operation, or throws a FanswerError before it has written anything: others share the transaction. */
export type Handler<N extends OperationName> = (call: OperationCall, args: OperationArgs<N>) => Promise<Given<N>>;

/** Does many of one name with few statements; a refused one gets its error in place of an answer, and has written nothing. */
export type ManyHandler<N extends OperationName> = (
  shared: Shared,
  asks: readonly Ask<N>[],
) => Promise<readonly (Given<N> | typeof stored | FanswerError)[]>;

/** Locks a mention; `not_found` when the workspace has none of this id. */
export async function locked({ client, workspaceId }: OperationCall, mentionId: string): Promise<MentionRow> {
  const row = await first(client, lockMention, workspaceId, mentionId);
  if (row === null) throw new FanswerError("not_found");
  return row;
}

/** The workspace as it is now, for the answer. */
export async function presentWorkspace({ client, workspaceId }: Shared): Promise<Workspace> {
  return present(await workspaceById(client, workspaceId));
}

/** Throws `not_found` where there is none. */
export function present(workspace: Workspace | null): Workspace {
  if (workspace === null) throw new FanswerError("not_found");
  return workspace;
}

/** Gives out the workspace's next revision. */
export async function nextRevision(client: pg.PoolClient, workspaceId: string): Promise<number> {
  return (await one(client, raiseCounter, workspaceId)).revision;
}
