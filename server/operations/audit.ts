import { linesChecked, linesLookedAt, linesPerPage } from "../../lib/schema/audit.ts";
import { lookAtAudit } from "../audit/check.ts";
import { auditPage, chainEnd } from "../store/audit.ts";
import { all, one } from "../store/statement.ts";
import type { Handler } from "./call.ts";

const always = { from: "0001-01-01T00:00:00Z", to: "9999-12-31T00:00:00Z" } as const;

export const listAudit: Handler<"audit.list"> = async ({ client, workspaceId }, { who, what, about, from, to, before }) => {
  const end = before ?? (await one(client, chainEnd, { workspaceId })).seq + 1;
  const begin = Math.max(0, end - 1 - linesLookedAt);
  const words = { who: who.toLowerCase(), what: what.toLowerCase(), about: about.toLowerCase() };
  const times = { from: new Date(from ?? always.from), to: new Date(to ?? always.to) };
  const rows = await all(client, auditPage, { workspaceId, ...words, ...times, begin, end, most: linesPerPage + 1 });
  const lines = rows.slice(0, linesPerPage).map(({ line }) => line);
  const isMore = rows.length > linesPerPage;
  return { lines, next: isMore ? (lines.at(-1)?.seq ?? null) : begin > 0 ? begin + 1 : null };
};

export const checkLog: Handler<"audit.check"> = async ({ client, workspaceId, models }) => {
  const { lines, fault } = await lookAtAudit({ client, workspaceId, signer: models.keys }, linesChecked);
  return { lines, fault };
};
