import { X } from "lucide-preact";
import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import type { KeywordEntry } from "../../lib/schema/keywords.ts";
import { IconButton } from "../ui/button.tsx";
import { type EditProblem, splitWords } from "./edits.ts";

interface EntryRowProps {
  entry: KeywordEntry;
  problem: EditProblem | null;
  isChanged: boolean;
  onChange: (entry: KeywordEntry) => void;
  onRemove: () => void;
}

/** One keyword as a row of fields. */
export function EntryRow({ entry, problem, isChanged, onChange, onRemove }: EntryRowProps) {
  const id = useId();
  return (
    <tr data-changed={isChanged ? "" : undefined}>
      <td>
        <input
          class="input"
          aria-label={i18n.t("keywords.text")}
          aria-invalid={problem === null ? undefined : "true"}
          aria-describedby={problem === null ? undefined : id}
          value={entry.text}
          maxLength={100}
          dir="auto"
          onInput={(event) => onChange({ ...entry, text: event.currentTarget.value })}
        />
        {problem !== null && (
          <p id={id} class="entry-problem" data-tone="danger">
            {i18n.t(`keywords.problem.${problem}`)}
          </p>
        )}
      </td>
      <td>
        <input
          class="input"
          aria-label={i18n.t("keywords.label")}
          placeholder={i18n.t("keywords.labelHint")}
          value={entry.label ?? ""}
          maxLength={100}
          dir="auto"
          onInput={(event) => onChange({ ...entry, label: event.currentTarget.value === "" ? null : event.currentTarget.value })}
        />
      </td>
      <td>
        <WordsInput label={i18n.t("keywords.mustNear")} words={entry.mustNear} onWords={(mustNear) => onChange({ ...entry, mustNear })} />
      </td>
      <td>
        <WordsInput
          label={i18n.t("keywords.mustNotNear")}
          words={entry.mustNotNear}
          onWords={(mustNotNear) => onChange({ ...entry, mustNotNear })}
        />
      </td>
      <td>
        <IconButton icon={X} label={i18n.t("keywords.remove", { text: entry.text })} onClick={onRemove} />
      </td>
    </tr>
  );
}

/** Several words in one field; read when it is left, so that a comma can be typed. */
function WordsInput({ label, words, onWords }: { label: string; words: readonly string[]; onWords: (words: string[]) => void }) {
  return (
    <input
      class="input"
      aria-label={label}
      placeholder={i18n.t("keywords.nearHint")}
      value={words.join(", ")}
      dir="auto"
      onChange={(event) => onWords(splitWords(event.currentTarget.value))}
    />
  );
}
