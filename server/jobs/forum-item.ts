import { primaryLanguage } from "../../lib/schema/language.ts";
import type { KnowledgeItem } from "../../lib/schema/workspace.ts";
import { languageOf } from "../../lib/triage/language.ts";
import { Features, readPieces } from "../../lib/triage/model/features.ts";
import { readTokens } from "../../lib/triage/tokens.ts";
import type { SolvedAnswer } from "../connectors/discourse.ts";
import { forumText } from "../connectors/forum-text.ts";
import { triageModel } from "../triage.ts";

/** The id of the knowledge item that a topic becomes. */
const forumItemId = (topic: number): string => `forum-${topic}`;

const longest = { title: 200, answer: 2_000, link: 2_000 } as const;
const pieces = new Features();

/** The language of a text, as triage reads it; `usual` where nothing tells. */
function languageIn(text: string, declared: string | null, usual: string): string {
  const tokens = readTokens(text);
  readPieces(tokens, pieces);
  const spoken = tokens.filter(({ kind }) => kind !== "silent");
  return primaryLanguage(languageOf(text, spoken, declared, triageModel(), pieces)) ?? usual;
}

type ForumItem = Pick<KnowledgeItem, "id" | "lang" | "title" | "answer" | "link"> & { readonly answeredAt: Date };

/** What a solved topic is as an answer on record; null where nothing is left of it to read. A link that may not be given is left out. */
export function forumItem(topic: number, { title, raw, link, locale, answeredAt }: SolvedAnswer, usual: string): ForumItem | null {
  const [head, answer] = [forumText(title.replace(/\s+/g, " "), longest.title), forumText(raw, longest.answer)];
  if (head === "" || answer === "") return null;
  const given = link.startsWith("https://") && link.length <= longest.link ? link : null;
  return { id: forumItemId(topic), lang: languageIn(`${head}\n${answer}`, locale, usual), title: head, answer, link: given, answeredAt };
}
