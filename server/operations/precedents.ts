import * as v from "valibot";
import { keptRejections } from "../../lib/schema/limits.ts";
import { Precedent } from "../../lib/schema/workspace.ts";
import { askedOf } from "../../lib/suggest/asked.ts";
import type { AnswerableRow } from "../store/mentions.ts";
import { dropRejectionsOf, type PrecedentRow, putPrecedents } from "../store/precedents.ts";
import { all, one } from "../store/statement.ts";
import { raiseCounterBy } from "../store/workspaces.ts";
import { type Handler, locked, type Shared } from "./call.ts";

/** What a post was answered with, or what a suggestion for it was worth. */
export interface Experience extends Pick<Precedent, "source" | "verdict" | "answer"> {
  readonly row: Pick<AnswerableRow, "mention_id" | "excerpt" | "triage">;
  /** The member whose answer or choice it was. */
  readonly memberId: string;
}

/** Null for a precedent that is larger than the wire allows: no device could take it. */
function precedentOf(
  { row: { mention_id, excerpt, triage }, memberId, source, verdict, answer }: Experience,
  at: Date,
): PrecedentRow | null {
  const id = verdict === "rejected" ? `${mention_id} ${source}` : mention_id;
  const { lang, kind } = triage;
  const said = { lang, kind, asked: askedOf(excerpt), source, verdict, answer };
  return v.is(Precedent, { id, at: at.toISOString(), ...said }) ? { precedent_id: id, member_id: memberId, ...said } : null;
}

/** Stores precedents of different posts, each with a revision of its own. */
export async function keepPrecedents({ client, workspaceId, at, moved }: Shared, learnt: readonly Experience[]): Promise<void> {
  const rows = learnt.flatMap((experience) => precedentOf(experience, at) ?? []);
  if (rows.length === 0) return;
  const [{ revision }] = await Promise.all([
    one(client, raiseCounterBy, workspaceId, rows.length),
    all(client, putPrecedents, workspaceId, JSON.stringify(rows), at, rows.length),
  ]);
  moved(revision);
}

export const rejectSuggestion: Handler<"suggestion.reject"> = async (call, { mentionId, source }) => {
  const row = await locked(call, mentionId);
  const memberId = call.device.member.id;
  await keepPrecedents(call, [{ row, memberId, source, verdict: "rejected", answer: null }]);
  await all(call.client, dropRejectionsOf, call.workspaceId, keptRejections.member, memberId);
  return null;
};
