import type { Suggestion } from "../schema/messages.ts";
import type { KnowledgeItem, Precedent } from "../schema/workspace.ts";
import { withoutCall } from "./greeting.ts";
import { fillPlaceholders } from "./placeholders.ts";
import type { Ranked } from "./rank.ts";
import { termsOf } from "./terms.ts";

/** What a source is: a knowledge item, or an earlier reply with a text. */
export type Sourced = KnowledgeItem | Precedent;

/** A ranked source as it is offered for `post`, whose author is called `author`; null when it has no text any more. */
export function asSuggestion(
  { source, terms, isFounded }: Ranked,
  found: Sourced,
  post: { readonly text: string; readonly author: string | null },
): Suggestion | null {
  if (found.answer === null) return null;
  const written = termsOf(post.text);
  const title = "title" in found ? found.title : null;
  const link = "link" in found ? found.link : null;
  const answer = post.author === null ? withoutCall(found.answer) : found.answer;
  const text = fillPlaceholders(answer, { author: post.author, firstName: post.author, link });
  return { source, title, text, words: terms.flatMap((term) => written.get(term) ?? []), isFounded };
}
