import { i18n } from "#i18n";
import { commaList } from "../../lib/i18n/list-text.ts";
import type { Hit, KeywordEntry } from "../../lib/schema/keywords.ts";
import type { ListFinding } from "./finder.ts";

/** Each hit in a sentence: what was found, by which keyword, in which form, and the words nearby that decided; then what was left out. */
export function WhyFound({ text, found, entries }: { text: string; found: ListFinding; entries: readonly KeywordEntry[] }) {
  const keyword = (id: string) => entries.find((entry) => entry.id === id)?.text ?? "";
  return (
    <ul class="why-list">
      {found.hits.map((hit) => (
        <li key={`${hit.start} ${hit.entryId}`}>{hitText(text.slice(hit.start, hit.end), keyword(hit.entryId), hit)}</li>
      ))}
      {found.rejected.map(({ start, text: word, words }) => (
        <li key={start} class="quiet">
          {words.length === 0 ? i18n.t("keywords.whyNoProof", { word }) : i18n.t("keywords.whyWord", { word, words: commaList(words) })}
        </li>
      ))}
    </ul>
  );
}

function hitText(word: string, keyword: string, { form, context }: Hit): string {
  const said = i18n.t(`keywords.why.${form}`, { word, keyword });
  return context.length === 0 ? said : i18n.t("keywords.whyNear", { said, words: commaList(context) });
}
