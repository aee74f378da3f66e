import { randomBytes } from "node:crypto";
import { linkLines, lockChain, moveChain } from "../store/audit.ts";
import { all, type Queryable } from "../store/statement.ts";
import { chainFolds, digestOf } from "./chain.ts";

/** One line for the log of decisions. */
export interface Decision {
  /** Of the operation, or of what a rule moved. */
  readonly id: string;
  /** Null: a rule, a desk or the server's operator. */
  readonly member: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

interface Where {
  /** Within a transaction: the lines are there with what they tell of, or neither. */
  readonly client: Queryable;
  readonly workspaceId: string;
  readonly at: Date;
}

/** Bytes that nobody guesses. */
export const newSalt = (): Buffer => randomBytes(16);

/** As the database has an instant of ours, which knows milliseconds only. */
const micros = (at: Date): string => at.toISOString().replace("Z", "000Z");

/**
 * Adds lines to a workspace's log of decisions, chained behind the last one. Its statements go out together. They hold the workspace's counter, as
 * whatever raises it does: mentions and members are locked before.
 */
export async function noteDecisions({ client, workspaceId, at }: Where, decisions: readonly Decision[]): Promise<void> {
  if (decisions.length === 0) return;
  const lines = decisions.map(({ id, member, action, subject, detail }) => ({
    at: micros(at),
    // Two devices may use the same id in the same instant.
    entryId: `${id} ${randomBytes(4).toString("hex")}`,
    member,
    action: action,
    subject: subject,
    detail: JSON.stringify(detail),
    salt: newSalt(),
  }));
  const column = <T>(of: (line: (typeof lines)[number]) => T) => lines.map(of);
  const values = {
    workspaceId,
    at,
    entries: column(({ entryId }) => entryId),
    members: column(({ member }) => member),
    actions: column(({ action }) => action),
    subjects: column(({ subject }) => subject),
    details: column(({ detail }) => detail),
    salts: column(({ salt }) => salt),
    folds: chainFolds(column((line) => digestOf(workspaceId, line))),
  };
  await Promise.all([
    all(client, lockChain, { workspaceId }),
    all(client, linkLines, values),
    all(client, moveChain, { workspaceId, count: lines.length }),
  ]);
}
