import { type CallProblem, deskKinds, type Target } from "../../lib/schema/integration.ts";
import type { CallError } from "../egress/outbound.ts";

/** Problems of the other system as a whole; all others are problems of one message. */
const general: ReadonlySet<CallProblem> = new Set(["blocked", "unreachable", "timeout", "auth", "rate_limited", "failed", "redirected"]);

/**
 * With which problem a message that waits for another try lets pass what happened later to its mention. At a desk with its own, since a
 * ticket is brought up to the mention as it then is; webhooks and chats are told in order, but for what failed by a fault of ours.
 */
export const passable = (kind: Target["kind"]): readonly CallProblem[] =>
  deskKinds.has(kind) ? ["not_found", "refused", "malformed", "internal"] : ["internal"];

/**
 * What a failed call means for the other end and for the message. `rest`: all that waits stays, and is tried later. `again`: this
 * message is tried later, the others go on. `give_up`: it will never be taken. `end`: there is nobody there any more.
 *
 * A desk's ticket can be opened once its group or inbox is put right, and is brought up to the mention as it then is, so a refusal there
 * may end. A webhook or chat that refuses a message would refuse the same bytes again; its address alone is looked for again.
 */
export function verdictOn(kind: Target["kind"], { problem, status }: CallError): "rest" | "again" | "give_up" | "end" {
  const isDesk = deskKinds.has(kind);
  if (!isDesk && status === 410) return "end";
  if (general.has(problem) || (!isDesk && problem === "not_found")) return "rest";
  return isDesk || problem === "internal" ? "again" : "give_up";
}
