import { ChevronDown, X } from "lucide-preact";
import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { commaList } from "../../lib/i18n/list-text.ts";
import type { KeywordEntry } from "../../lib/schema/keywords.ts";
import { IconButton } from "../ui/button.tsx";
import type { EditProblem } from "./edits.ts";
import { EntryDetails } from "./entry-details.tsx";
import { problemText } from "./problem-text.ts";
import { WordsInput } from "./words-input.tsx";

interface EntryRowProps {
  entry: KeywordEntry;
  problem: EditProblem | null;
  isChanged: boolean;
  onChange: (entry: KeywordEntry) => void;
  onRemove: () => void;
}

/** One keyword as a row of fields; what is rarer opens below it. */
export function EntryRow({ entry, problem, isChanged, onChange, onRemove }: EntryRowProps) {
  const [isOpen, setOpen] = useState(false);
  const wrong = problem?.field ?? null;
  return (
    <>
      <tr class="entry-line" data-changed={isChanged ? "" : undefined} data-open={isOpen ? "" : undefined}>
        <TextCell entry={entry} problem={problem} onChange={onChange} />
        <LabelCell entry={entry} onChange={onChange} />
        <WordsCell name="mustNear" entry={entry} isWrong={wrong === "mustNear"} onChange={onChange} />
        <WordsCell name="mustNotNear" entry={entry} isWrong={wrong === "mustNotNear"} onChange={onChange} />
        <td>
          <div class="row entry-buttons">
            <IconButton
              icon={ChevronDown}
              label={i18n.t(isOpen ? "keywords.less" : "keywords.more", { text: entry.text })}
              onClick={() => setOpen(!isOpen)}
            />
            <IconButton icon={X} label={i18n.t("keywords.remove", { text: entry.text })} onClick={onRemove} />
          </div>
        </td>
      </tr>
      {isOpen && (
        <tr class="entry-more">
          <td colSpan={5}>
            <EntryDetails entry={entry} wrong={wrong} onChange={onChange} />
          </td>
        </tr>
      )}
    </>
  );
}

/** The keyword itself, what it asks besides its words, and what is wrong with it. */
function TextCell({ entry, problem, onChange }: Pick<EntryRowProps, "entry" | "problem" | "onChange">) {
  const id = useId();
  const extras = extrasText(entry);
  return (
    <td>
      <input
        class="input"
        aria-label={i18n.t("keywords.text")}
        aria-invalid={problem?.field === "text" ? "true" : undefined}
        aria-describedby={problem === null ? undefined : id}
        value={entry.text}
        maxLength={100}
        dir="auto"
        onInput={(event) => onChange({ ...entry, text: event.currentTarget.value })}
      />
      {extras !== "" && <p class="entry-note quiet">{extras}</p>}
      {problem !== null && (
        <p id={id} class="entry-note" data-tone="danger">
          {problemText(problem)}
        </p>
      )}
    </td>
  );
}

function LabelCell({ entry, onChange }: Pick<EntryRowProps, "entry" | "onChange">) {
  return (
    <td data-label={i18n.t("keywords.label")}>
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
  );
}

interface WordsCellProps extends Pick<EntryRowProps, "entry" | "onChange"> {
  name: "mustNear" | "mustNotNear";
  isWrong: boolean;
}

function WordsCell({ name, entry, isWrong, onChange }: WordsCellProps) {
  const label = i18n.t(`keywords.${name}`);
  return (
    <td data-label={label}>
      <WordsInput label={label} words={entry[name]} isWrong={isWrong} onWords={(words) => onChange({ ...entry, [name]: words })} />
    </td>
  );
}

/** What an entry asks besides its words, in short. */
function extrasText({ ambiguous, leet, languages, within, ignoreAuthors, ignoreDomains }: KeywordEntry): string {
  return [
    ambiguous && i18n.t("keywords.ambiguousShort"),
    leet && i18n.t("keywords.leetShort"),
    languages && commaList(languages),
    within !== undefined && i18n.t("keywords.withinShort", within),
    (ignoreAuthors ?? ignoreDomains) &&
      i18n.t("keywords.ignoreShort", { names: commaList([...(ignoreAuthors ?? []), ...(ignoreDomains ?? [])]) }),
  ]
    .filter(Boolean)
    .join(" · ");
}
