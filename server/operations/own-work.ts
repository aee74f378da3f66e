import { FanswerError } from "../../lib/schema/errors.ts";
import { answersPerPage, dataPerPage } from "../../lib/schema/own-work.ts";
import { can } from "../../lib/schema/roles.ts";
import { calendarOf } from "../calendar.ts";
import { ownDataParts } from "../store/own-data.ts";
import { answersOf, reviewsOf, weeksOf } from "../store/own-work.ts";
import { all, one } from "../store/statement.ts";
import { beginOf, mondayOf } from "../trust/points.ts";
import type { Handler } from "./call.ts";

/** Before it stands everything. */
const end = { at: "9999-12-31T00:00:00.000Z", mentionId: "" };

/** Asks for one more than is shown, to know whether there are more. */
const placed = (after: { readonly at: string; readonly mentionId: string } | null, perPage: number) => {
  const { at, mentionId } = after ?? end;
  return { at: new Date(at), mentionId, most: perPage + 1 };
};

export const ownAnswers: Handler<"member.own_answers"> = async ({ client, workspaceId, device }, { kind, after }) => {
  const place = placed(after, answersPerPage);
  const rows = await all(client, answersOf, { workspaceId, memberId: device.member.id, kind: kind ?? "", ...place });
  return { answers: rows.slice(0, answersPerPage).map(({ answer }) => answer), isMore: rows.length > answersPerPage };
};

export const ownReviews: Handler<"member.own_reviews"> = async ({ client, workspaceId, device: { member } }, { after }) => {
  const place = placed(after, answersPerPage);
  const rows = await all(client, reviewsOf, { workspaceId, memberId: member.id, isStaff: can(member, "triage"), ...place });
  return { reviews: rows.slice(0, answersPerPage).map(({ review }) => review), isMore: rows.length > answersPerPage };
};

const dayMs = 24 * 60 * 60_000;

export const ownWeeks: Handler<"member.own_weeks"> = async ({ client, workspaceId, device, at }) => {
  const dayOf = await calendarOf(client, workspaceId);
  const mondayOn = mondayOf(dayOf(at));
  const beforeOn = mondayOf(new Date(Date.parse(mondayOn) - dayMs).toISOString().slice(0, 10));
  const [monday, before] = [beginOf(mondayOn, dayOf), beginOf(beforeOn, dayOf)];
  return one(client, weeksOf, { workspaceId, memberId: device.member.id, monday, before, mondayOn, beforeOn });
};

export const ownData: Handler<"member.own_data"> = async ({ client, workspaceId, device }, { from }) => {
  const at = from === null ? 0 : ownDataParts.findIndex(({ part }) => part === from.part);
  const now = ownDataParts[at];
  if (now === undefined) throw new FanswerError("not_found", "part");
  const begin = from?.from ?? 0;
  const rows = await all(client, now.rows, { workspaceId, memberId: device.member.id, from: begin, most: dataPerPage + 1 });
  const after = ownDataParts[at + 1];
  const next = rows.length > dataPerPage ? { part: now.part, from: begin + dataPerPage } : after ? { part: after.part, from: 0 } : null;
  return { part: now.part, rows: rows.slice(0, dataPerPage).map(({ row }) => row), next };
};
