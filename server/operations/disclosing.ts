import { postLanguage } from "../../lib/schema/language.ts";
import { mostOf } from "../../lib/schema/limits.ts";
import type { OperationArgs } from "../../lib/schema/operations.ts";
import type { Member, Workspace } from "../../lib/schema/workspace.ts";
import { disclosureIn, lineFor, type SpeakingSide, sideOf } from "../../lib/suggest/disclosure.ts";
import { disclosureGaps } from "../store/drafts.ts";
import type { AnswerableRow } from "../store/mentions.ts";
import { all } from "../store/statement.ts";
import { type Handler, presentWorkspace } from "./call.ts";

interface Disclosed {
  /** The published words that tell of the tie; null when none do. */
  readonly words: string | null;
  /** The post's language, when the workspace has no words in it for who wrote. */
  readonly gap: string | null;
  readonly side: SpeakingSide;
}

/** How a reply told of its author's tie to the brand. */
export function disclosed(
  { text, disclosure = null }: OperationArgs<"reply.posted">,
  author: Pick<Member, "role">,
  row: AnswerableRow | undefined,
  workspace: Workspace,
): Disclosed {
  const side = sideOf(author);
  const lang = row ? postLanguage({ triage: row.triage, lang: null }) : null;
  return {
    words: disclosureIn(text, workspace, side, disclosure),
    gap: lang !== null && lineFor(workspace, side, lang) === null ? lang : null,
    side,
  };
}

/** What is told to admins: only of what is still missing. */
export const listGaps: Handler<"disclosure.gaps"> = async (call) => {
  const [workspace, gaps] = await Promise.all([
    presentWorkspace(call),
    all(call.client, disclosureGaps, call.workspaceId, 2 * mostOf.disclosures),
  ]);
  return gaps.filter(({ lang, side }) => lineFor(workspace, side, lang) === null);
};
