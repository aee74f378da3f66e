import { waitingStatus } from "../../lib/schema/lifecycle.ts";
import type { OperationArgs } from "../../lib/schema/operations.ts";
import type { Triage } from "../../lib/schema/triage.ts";
import { overruled, withOverrule } from "../../lib/triage/overrules.ts";
import { minutesSince, queuePriority } from "../../lib/triage/priority.ts";
import { type MentionRow, overruleMention } from "../store/mentions.ts";
import { all } from "../store/statement.ts";
import { triageSettingsOf } from "../triage.ts";
import { type Handler, locked, ShownMention } from "./call.ts";
import { checkMove, statusAt } from "./rules.ts";

/**
 * Where a post goes after a correction: to its new route while nobody has it. A route that a person chose by hand is left only for one that
 * is named; what was answered or set aside stays.
 */
function movedTo(row: MentionRow, before: Triage, after: Triage, isNamed: boolean, at: Date): Pick<MentionRow, "status" | "route"> {
  const status = statusAt(row, at);
  const isResting = status === "open" || status === "escalated";
  const isFree = isNamed || !row.routed_by_person;
  if (!isResting || !isFree || after.route === before.route) return row;
  checkMove(status, waitingStatus(after.route));
  return { status: waitingStatus(after.route), route: after.route };
}

const isSame = (row: MentionRow, { field, value }: OperationArgs<"mention.overrule">, memberId: string): boolean => {
  const known = row.overrules.find((overrule) => overrule.field === field);
  return value === null ? known === undefined : known?.value === value && known.by.id === memberId;
};

export const overrule: Handler<"mention.overrule"> = async (call, args) => {
  const { client, at } = call;
  const { workspaceId, member } = call.device;
  const row = await locked(call, args.mentionId);
  if (isSame(row, args, member.id)) return new ShownMention(args.mentionId);
  const settings = await triageSettingsOf(client, workspaceId);
  const scored = row.scored ?? row.triage;
  const overrules = withOverrule(row.overrules, scored, args, { id: member.id, name: member.name }, at.toISOString());
  const triage = overruled(scored, overrules, minutesSince(row.posted_at?.toISOString() ?? null, row.first_seen_at.getTime()), settings);
  const { status, route } = movedTo(row, row.triage, triage, args.field === "route", at);
  await all(client, overruleMention, {
    workspaceId,
    mentionId: args.mentionId,
    triage: JSON.stringify(triage),
    scored: overrules.length > 0 ? JSON.stringify(scored) : null,
    overrules: JSON.stringify(overrules),
    priority: queuePriority(triage.priority, settings.patienceMinutes),
    status,
    route,
    revision: await call.raise(),
  });
  return new ShownMention(args.mentionId);
};
