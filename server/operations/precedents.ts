import type { Precedent } from "../../lib/schema/workspace.ts";
import { askedOf } from "../../lib/suggest/asked.ts";
import type { AnswerableRow } from "../store/mentions.ts";
import { type PrecedentRow, putPrecedents } from "../store/precedents.ts";
import { one } from "../store/statement.ts";
import { type Handler, locked, type Shared } from "./call.ts";

/** What a post was answered with, or what a suggestion for it was worth. */
export interface Experience extends Pick<Precedent, "source" | "verdict" | "answer"> {
  readonly row: Pick<AnswerableRow, "mention_id" | "excerpt" | "triage">;
}

function precedentOf({ row: { mention_id, excerpt, triage }, source, verdict, answer }: Experience): PrecedentRow {
  const id = verdict === "rejected" ? `${mention_id} ${source}` : mention_id;
  return { precedent_id: id, lang: triage.lang, kind: triage.kind, asked: askedOf(excerpt), source, verdict, answer };
}

/** Keeps what was learnt of different posts, each with a revision of its own. */
export async function keepPrecedents({ client, workspaceId, at, moved }: Shared, learnt: readonly Experience[]): Promise<void> {
  if (learnt.length === 0) return;
  const rows = JSON.stringify(learnt.map(precedentOf));
  moved((await one(client, putPrecedents, workspaceId, rows, at, learnt.length)).revision);
}

export const rejectSuggestion: Handler<"suggestion.reject"> = async (call, { mentionId, source }) => {
  const row = await locked(call, mentionId);
  await keepPrecedents(call, [{ row, source, verdict: "rejected", answer: null }]);
  return null;
};
