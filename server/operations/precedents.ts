import type { Precedent } from "../../lib/schema/workspace.ts";
import { askedOf } from "../../lib/suggest/asked.ts";
import type { MentionRow } from "../store/mentions.ts";
import { dropOldPrecedents, putPrecedent } from "../store/precedents.ts";
import { all } from "../store/statement.ts";
import { type Call, type Handler, locked } from "./call.ts";

/** A workspace keeps this many. */
const kept = 2000;

/** Keeps what a post was answered with, or what a suggestion for it was worth. */
export async function keepPrecedent(
  { client, device, at }: Call,
  { mention_id, excerpt, triage }: MentionRow,
  about: Pick<Precedent, "source" | "verdict" | "answer">,
  revision: number,
): Promise<void> {
  const { source, verdict, answer } = about;
  const id = verdict === "rejected" ? `${mention_id} ${source}` : mention_id;
  const { workspaceId } = device;
  await all(client, putPrecedent, workspaceId, id, triage.lang, triage.kind, askedOf(excerpt), source, verdict, answer, at, revision);
  await all(client, dropOldPrecedents, workspaceId, kept);
}

export const rejectSuggestion: Handler<"suggestion.reject"> = async (call, { mentionId, source }) => {
  const row = await locked(call, mentionId);
  await keepPrecedent(call, row, { source, verdict: "rejected", answer: null }, await call.raise());
  return null;
};
