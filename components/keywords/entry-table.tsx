import { Plus } from "lucide-preact";
import { useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { KeywordEntry } from "../../lib/schema/keywords.ts";
import { Button } from "../ui/button.tsx";
import type { EditProblem } from "./edits.ts";
import { EntryRow } from "./entry-row.tsx";

/** Rows drawn at once; a longer list is searched. */
const mostRows = 200;

interface EntryTableProps {
  entries: readonly KeywordEntry[];
  base: readonly KeywordEntry[];
  problems: ReadonlyMap<string, EditProblem>;
  onEntries: (entries: KeywordEntry[]) => void;
  newEntry: () => KeywordEntry;
}

/** The list itself: find, add, change, remove. */
export function EntryTable({ entries, base, problems, onEntries, newEntry }: EntryTableProps) {
  const [filter, setFilter] = useState("");
  const old = useMemo(() => new Map(base.map((entry) => [entry.id, JSON.stringify(entry)])), [base]);
  const wanted = filter.trim().toLocaleLowerCase();
  const found = entries.filter(
    (entry) => wanted === "" || problems.has(entry.id) || `${entry.text} ${entry.label ?? ""}`.toLocaleLowerCase().includes(wanted),
  );
  const add = () => {
    setFilter("");
    onEntries([newEntry(), ...entries]);
  };
  const replace = (next: KeywordEntry) => onEntries(entries.map((entry) => (entry.id === next.id ? next : entry)));
  return (
    <div class="stack">
      <div class="row">
        <FilterInput value={filter} onInput={setFilter} />
        <span class="quiet grow">{i18n.t("keywords.count", entries.length)}</span>
        <Button icon={Plus} onClick={add}>
          {i18n.t("keywords.add")}
        </Button>
      </div>
      {found.length === 0 ? (
        <p class="quiet">{entries.length === 0 ? i18n.t("keywords.none") : i18n.t("keywords.noneFound")}</p>
      ) : (
        <table class="entries">
          <ColumnHeads />
          <tbody>
            {found.slice(0, mostRows).map((entry) => (
              <EntryRow
                key={entry.id}
                entry={entry}
                problem={problems.get(entry.id) ?? null}
                isChanged={old.get(entry.id) !== JSON.stringify(entry)}
                onChange={replace}
                onRemove={() => onEntries(entries.filter(({ id }) => id !== entry.id))}
              />
            ))}
          </tbody>
        </table>
      )}
      {found.length > mostRows && <p class="quiet">{i18n.t("ui.moreRows", found.length - mostRows)}</p>}
    </div>
  );
}

function FilterInput({ value, onInput }: { value: string; onInput: (value: string) => void }) {
  return (
    <input
      class="input filter"
      type="search"
      dir="auto"
      aria-label={i18n.t("keywords.filter")}
      placeholder={i18n.t("keywords.filter")}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}

function ColumnHeads() {
  return (
    <thead>
      <tr>
        <th scope="col">{i18n.t("keywords.text")}</th>
        <th scope="col">{i18n.t("keywords.label")}</th>
        <th scope="col">{i18n.t("keywords.mustNear")}</th>
        <th scope="col">{i18n.t("keywords.mustNotNear")}</th>
        <td />
      </tr>
    </thead>
  );
}
