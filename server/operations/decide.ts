import { FanswerError } from "../../lib/schema/errors.ts";
import type { MentionStatus } from "../../lib/schema/lifecycle.ts";
import type { Route } from "../../lib/schema/triage.ts";
import { dropDraft } from "../store/drafts.ts";
import { type MentionRow, moveMention } from "../store/mentions.ts";
import { all } from "../store/statement.ts";
import { type Call, type Handler, locked, Shown } from "./call.ts";
import { checkHolder, checkMove, checkRoute, restingStatus, statusAt } from "./rules.ts";

async function lockedToDecide(call: Call, mentionId: string): Promise<MentionRow> {
  const row = await locked(call, mentionId);
  checkRoute(call, row);
  checkHolder(call, row);
  return row;
}

interface Decision {
  readonly status: MentionStatus;
  readonly route: Route;
  readonly byPerson: boolean;
  readonly note: string | null;
}

async function move(call: Call, row: MentionRow, { status, route, byPerson, note }: Decision): Promise<Shown> {
  const { client, device, at } = call;
  const noteBy = note === null ? null : device.member.id;
  checkMove(statusAt(row, at), status);
  // A post that was answered and comes back gets a new draft; the published one stays as its reply.
  if (row.status === "answered") await all(client, dropDraft, device.workspaceId, row.mention_id);
  await all(client, moveMention, device.workspaceId, row.mention_id, status, route, byPerson, note, noteBy, at, await call.raise());
  return new Shown(row.mention_id);
}

export const route: Handler<"mention.route"> = async (call, args) => {
  const row = await lockedToDecide(call, args.mentionId);
  return move(call, row, { status: restingStatus(args.route), route: args.route, byPerson: true, note: args.note.trim() || null });
};

export const dismiss: Handler<"mention.dismiss"> = async (call, { mentionId, reason }) => {
  const row = await lockedToDecide(call, mentionId);
  return move(call, row, { status: "dismissed", route: row.route, byPerson: row.routed_by_person, note: reason });
};

export const reopen: Handler<"mention.reopen"> = async (call, { mentionId }) => {
  const row = await lockedToDecide(call, mentionId);
  if (row.status !== "dismissed") throw new FanswerError("move_not_allowed", row.status);
  return move(call, row, { status: restingStatus(row.route), route: row.route, byPerson: row.routed_by_person, note: null });
};
