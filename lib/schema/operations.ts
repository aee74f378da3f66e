import type * as v from "valibot";
import { alerts } from "./operations/alerts.ts";
import { claims } from "./operations/claims.ts";
import { connections } from "./operations/connections.ts";
import { figures } from "./operations/figures.ts";
import { forum } from "./operations/forum.ts";
import { game } from "./operations/game.ts";
import { keywords } from "./operations/keywords.ts";
import { knowledge } from "./operations/knowledge.ts";
import { membership } from "./operations/membership.ts";
import { own } from "./operations/own.ts";
import { people } from "./operations/people.ts";
import { posts } from "./operations/posts.ts";
import { replies } from "./operations/replies.ts";
import { rights } from "./operations/rights.ts";
import type { AuditEntry, OperationRow } from "./operations/row.ts";
import { rules } from "./operations/rules.ts";
import { triageOperations } from "./operations/triage.ts";

/** Every change that a device may ask of the server: what it takes, what it gives, who may, and all else that follows from which one it is. */
export const operations = {
  ...posts,
  ...claims,
  ...replies,
  ...triageOperations,
  ...keywords,
  ...knowledge,
  ...rules,
  ...connections,
  ...forum,
  ...people,
  ...membership,
  ...own,
  ...figures,
  ...alerts,
  ...game,
  ...rights,
};

export type OperationName = keyof typeof operations;
export type OperationArgs<N extends OperationName> = v.InferOutput<(typeof operations)[N]["args"]>;
export type OperationResult<N extends OperationName> = v.InferOutput<(typeof operations)[N]["result"]>;

/** True for a name in the table. */
export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}

/** The row of an operation whose name is only known at run time. */
export function operationRow(name: OperationName): OperationRow {
  return operations[name] as unknown as OperationRow;
}

/** What the log of decisions says of an operation; null when it is not one for the log. */
export function auditEntry(name: OperationName, args: unknown): AuditEntry | null {
  return operationRow(name).audited?.(args) ?? null;
}
