import { withLinkSigns } from "./links.ts";

/** Stands for a link; no text of a person holds it. */
const link = "\ufffc";
const spoken = /[\p{L}\p{M}\p{N}\p{Extended_Pictographic}\ufffc]+/gu;

/** The words of a text; sites shorten links and set spaces and quotes in their own way. */
const wordsOf = (text: string): string => (withLinkSigns(text.replaceAll(link, ""), link).normalize("NFKC").match(spoken) ?? []).join(" ");

/** Whether a reply, as it stands on a site, says what the draft says, with the disclosure and without a word or a link more or less. */
export function saysTheSame(reply: string, draft: string, disclosure: string): boolean {
  const bare = (text: string) => wordsOf(disclosure === "" ? text : text.replaceAll(disclosure, " "));
  return bare(reply) === bare(draft);
}
