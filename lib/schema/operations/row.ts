import type * as v from "valibot";
import { Fence, MentionId } from "../mention.ts";
import type { Ability } from "../roles.ts";
import type { Sender } from "../senders.ts";

/** How much a member may do in an hour: a newcomer, levels 1 to 3, and whose role is to work here all day; and why so much. */
export interface Pace {
  readonly perHour: readonly [newcomer: number, level1: number, level2: number, level3: number, brand: number];
  readonly why: string;
}

export const pace = (why: string, ...perHour: Pace["perHour"]): Pace => ({ why, perHour });
/** For what needs a role: levels do not matter. */
export const forRoles = (why: string, perHour: number): Pace => pace(why, perHour, perHour, perHour, perHour, perHour);

/** Reasons for a pace that several operations share. */
export const why = {
  people: "Nobody answers faster than one post in three minutes for an hour.",
  words: "A word on somebody's draft takes a minute of reading.",
  settings: "Settings are changed by hand.",
  lists: "A page asks for it whenever it is opened.",
};

/** What the log of decisions says of an operation. */
export interface AuditEntry {
  readonly subject: string;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** All facts about an operation, apart from its handler; no field has a default, so that none can be forgotten. */
export interface OperationRow<Args extends v.GenericSchema = v.GenericSchema, Result extends v.GenericSchema = v.GenericSchema> {
  readonly args: Args;
  readonly result: Result;
  /** What the member must be able to. */
  readonly needs: Ability;
  /** Queued ones wait in the outbox while offline, and are about a mention; the others need the server now. */
  readonly queued: boolean;
  /**
   * Whether its answer is kept for a repeat. Not where it holds a secret (a repeat makes the same thing again, with a new secret), where it may as well
   * be done twice, and where it only shows.
   */
  readonly stored: boolean;
  /** From where the extension may ask for it with just these arguments; nowhere when a message of its own leads to it. */
  readonly from: readonly Sender[];
  readonly pace: Pace;
  /** What the log of decisions says; null for what the workspace will not ask about later. */
  readonly audited: ((args: v.InferOutput<Args>) => AuditEntry) | null;
  /** When staff did it, a post's verdicts on triage are worked out anew. */
  readonly judgesTriage?: true;
  /** It changes the place of the member who asks, or takes of their room for claims: what one member asks of these is done one after the other. */
  readonly onOneself?: true;
}

/** One row of the table, with its literals kept. */
export function operation<
  Args extends v.GenericSchema,
  Result extends v.GenericSchema,
  const From extends readonly Sender[],
  const Queued extends boolean,
>(row: OperationRow<Args, Result> & { readonly from: From; readonly queued: Queued }) {
  return row as OperationRow<Args, Result> & { readonly from: From; readonly queued: Queued };
}

export const ref = { mentionId: MentionId };
/** Arguments of operations that only the holder of the claim may ask for. */
export const heldRef = { ...ref, fence: Fence };
