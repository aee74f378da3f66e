import type { RefObject } from "preact";
import { i18n } from "#i18n";
import { commaList } from "../../lib/i18n/list-text.ts";
import type { DraftProblem } from "../../lib/schema/draft-problem.ts";
import { isRefusal } from "../../lib/suggest/checks.ts";

/** An empty box needs no reproach, and missing words for the tie are asked for in a field of their own. */
const saidElsewhere: ReadonlySet<DraftProblem["code"]> = new Set(["empty", "no_disclosure"]);

/** What to mend before placing; pressing one selects the words meant. */
export function Problems({ problems, box }: { problems: readonly DraftProblem[]; box: RefObject<HTMLTextAreaElement | null> }) {
  const select = (word: string | undefined) => {
    const at = word === undefined ? -1 : (box.current?.value.indexOf(word) ?? -1);
    box.current?.focus();
    if (word !== undefined && at >= 0) box.current?.setSelectionRange(at, at + word.length);
  };
  const shown = problems.filter(({ code }) => !saidElsewhere.has(code));
  if (shown.length === 0) return null;
  return (
    <ul class="problems">
      {shown.map((problem) => (
        <li key={problem.code}>
          <button type="button" class="link" data-tone={isRefusal(problem) ? "danger" : undefined} onClick={() => select(problem.words[0])}>
            {problemText(problem)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function problemText({ code, words, count = 0 }: DraftProblem): string {
  if (code === "empty" || code === "no_disclosure") return i18n.t(`composer.problem.${code}`);
  if (code === "too_long") return i18n.t("composer.problem.too_long", { count });
  return i18n.t(`composer.problem.${code}`, { words: code === "near_copy" ? (words[0] ?? "") : commaList(words) });
}
