import { type Pace, pace } from "./operations/row.ts";
import { isOperationName, type OperationName, operations } from "./operations.ts";
import { can } from "./roles.ts";
import type { Member } from "./workspace.ts";

/** What is counted for each member: every operation, posts that are added by hand apart from those a page showed, and the requests beside them. */
export type Paced = OperationName | keyof typeof others;

/** What is counted beside the operations. */
const others = {
  "report.by_hand": pace("Somebody copies the link and the words of each, and no keyword speaks for it.", 10, 30, 60, 60, 200),
  handled: pace("A page that is scrolled asks for a hundred posts at once.", 600, 1_200, 1_200, 1_200, 2_400),
  draft: pace("Each costs the workspace money at its language model.", 20, 60, 100, 120, 300),
};

/**
 * Limits until trust rests on evidence. They are far above what people do in an hour and far below what a program does in a minute. What is over the
 * limit is refused with `too_many` and the time from which it works again; devices keep it until then.
 */
const paceOf = (kind: Paced): Pace => (isOperationName(kind) ? operations[kind].pace : others[kind]);

/** How much of `kind` this member may do in an hour. */
export function perHour(kind: Paced, member: Pick<Member, "role" | "level">): number {
  const { perHour: limits } = paceOf(kind);
  if (can(member, "workAllDay")) return limits[4];
  return limits[Math.min(Math.max(member.level, 0), 3)] ?? limits[0];
}

export const pacedKinds = [...Object.keys(operations), ...Object.keys(others)] as Paced[];
