import { FanswerError } from "../../lib/schema/errors.ts";
import { proposesOnly } from "../../lib/schema/level-rules.ts";
import { type MentionStatus, waitingStatus } from "../../lib/schema/lifecycle.ts";
import type { Wish } from "../../lib/schema/mention.ts";
import { can } from "../../lib/schema/roles.ts";
import type { Route } from "../../lib/schema/triage.ts";
import { dropDraft } from "../store/drafts.ts";
import { type MentionRow, moveMention } from "../store/mentions.ts";
import { completedBy } from "../store/opinions.ts";
import { all, one } from "../store/statement.ts";
import { type Handler, locked, type OperationCall, ShownMention } from "./call.ts";
import { isFirst, propose, reopenOpinions, settleProposals, unsettleProposals, withdraw } from "./opinion.ts";
import { checkHolder, checkMove, checkRoute, statusAt } from "./rules.ts";

async function lockedToDecide(call: OperationCall, mentionId: string): Promise<MentionRow> {
  const row = await locked(call, mentionId);
  checkRoute(call, row);
  checkHolder(call, row);
  return row;
}

interface Decision {
  readonly wish: Wish;
  readonly status: MentionStatus;
  readonly route: Route;
  readonly byPerson: boolean;
  readonly note: string | null;
}

/** Does what was decided; what a newcomer decides is a proposal until somebody else decides the same. */
async function decide(call: OperationCall, row: MentionRow, decision: Decision, value: string): Promise<ShownMention> {
  const { wish, status, note } = decision;
  checkMove(statusAt(row, call.at), status);
  if (proposesOnly(call.device.member, call.device.levels)) {
    if (row.status === status && row.route === decision.route) return new ShownMention(row.mention_id);
    if (await isFirst(call, row, wish)) return propose(call, row, { wish, value, note });
  }
  await settleProposals(call, row, wish);
  return move(call, row, decision);
}

async function move(
  call: OperationCall,
  row: MentionRow,
  { status, route, byPerson, note }: Omit<Decision, "wish">,
): Promise<ShownMention> {
  const { client, device, at } = call;
  const said = { note, noteBy: note === null ? null : device.member.id };
  // A post that was answered and comes back gets a new draft; the published one stays as its reply.
  if (row.status === "answered") await all(client, dropDraft, device.workspaceId, row.mention_id);
  const mention = { workspaceId: device.workspaceId, mentionId: row.mention_id };
  await all(client, moveMention, { ...mention, status, route, byPerson, ...said, at, revision: await call.raise() });
  return new ShownMention(row.mention_id);
}

export const route: Handler<"mention.route"> = async (call, args) => {
  const row = await lockedToDecide(call, args.mentionId);
  const note = args.note.trim() || null;
  const decision = { wish: "route", status: waitingStatus(args.route), route: args.route, byPerson: true, note } as const;
  if (args.route !== "community") return decide(call, row, decision, args.route);
  // The post is with the community already: the member takes back the own proposal to hand it to staff.
  if (row.route === "community" && (await withdraw(call, row, "route"))) return new ShownMention(row.mention_id);
  checkMove(statusAt(row, call.at), decision.status);
  if (row.route !== "community") await unsettleProposals(call, row, "route");
  return move(call, row, decision);
};

export const dismiss: Handler<"mention.dismiss"> = async (call, { mentionId, reason }) => {
  const row = await lockedToDecide(call, mentionId);
  const decision = { wish: "dismiss", status: "dismissed", route: row.route, byPerson: row.routed_by_person, note: reason } as const;
  return decide(call, row, decision, reason);
};

export const reopen: Handler<"mention.reopen"> = async (call, { mentionId }) => {
  const row = await lockedToDecide(call, mentionId);
  const { member, levels } = call.device;
  if (row.status !== "dismissed") {
    if (await withdraw(call, row, "dismiss")) return new ShownMention(mentionId);
    throw new FanswerError("move_not_allowed", row.status);
  }
  const decision = {
    wish: "reopen",
    status: waitingStatus(row.route),
    route: row.route,
    byPerson: row.routed_by_person,
    note: null,
  } as const;
  // The member's own agreement had completed another's proposal: it is taken back, and that proposal is open again.
  if (proposesOnly(member, levels) && (await one(call.client, completedBy, call.workspaceId, mentionId, member.id)).yes) {
    await reopenOpinions(call, row, "dismiss");
    return move(call, row, decision);
  }
  const shown = await decide(call, row, decision, "");
  if (can(member, "decideAlone")) await unsettleProposals(call, row, "dismiss");
  return shown;
};
