import { Download } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { entriesFromCsv, entriesToCsv } from "../../lib/detect/lists/list-csv.ts";
import { type BadRow, type Imported, mergeImported } from "../../lib/detect/lists/list-import.ts";
import { entriesFromJson, entriesToJson } from "../../lib/detect/lists/list-json.ts";
import { type KeywordEntry, maxEntries } from "../../lib/schema/keywords.ts";
import { BadRows } from "../ui/bad-rows.tsx";
import { FileButton } from "../ui/file-button.tsx";
import { Menu } from "../ui/menu.tsx";
import { Notice } from "../ui/notice.tsx";
import { problemText } from "./problem-text.ts";

interface FileToolsProps {
  name: string;
  entries: readonly KeywordEntry[];
  onEntries: (entries: KeywordEntry[]) => void;
  newId: () => string;
  /** Downloads a file with this name and text. */
  onSave: (name: string, text: string) => void;
}

type Outcome = { readonly added: number; readonly replaced: number; readonly bad: readonly BadRow[] } | "unreadable" | "tooMany" | null;

/** The list from a file and into one, as CSV or JSON. */
export function FileTools({ name, entries, onEntries, newId, onSave }: FileToolsProps) {
  const [outcome, setOutcome] = useState<Outcome>(null);
  const take = async (file: File) => {
    const imported = await readFile(file, newId);
    if (imported === null) return setOutcome("unreadable");
    const merged = mergeImported(entries, imported.entries, newId);
    if (merged.entries.length > maxEntries) return setOutcome("tooMany");
    onEntries(merged.entries);
    setOutcome({ added: merged.added, replaced: imported.entries.length - merged.added, bad: imported.bad });
  };
  return (
    <>
      <div class="row">
        <FileButton accept=".csv,.json,text/csv,application/json" onFile={(file) => void take(file)}>
          {i18n.t("keywords.import")}
        </FileButton>
        <Menu
          label={i18n.t("keywords.export")}
          icon={Download}
          items={[
            { key: "csv", text: i18n.t("keywords.exportCsv"), onPick: () => onSave(`${name}.csv`, entriesToCsv(entries)) },
            { key: "json", text: i18n.t("keywords.exportJson"), onPick: () => onSave(`${name}.json`, entriesToJson(entries)) },
          ]}
        >
          {i18n.t("keywords.export")}
        </Menu>
      </div>
      <div role="status">{outcome !== null && <OutcomeText outcome={outcome} />}</div>
    </>
  );
}

/** Null for a file in which no list can be read. */
async function readFile(file: File, newId: () => string): Promise<Imported | null> {
  const text = await file.text();
  try {
    return /\.json$/i.test(file.name) || /^\s*[[{]/.test(text) ? entriesFromJson(text, newId) : entriesFromCsv(text, newId);
  } catch {
    return null;
  }
}

function OutcomeText({ outcome }: { outcome: Exclude<Outcome, null> }) {
  if (outcome === "unreadable" || outcome === "tooMany")
    return <Notice tone="danger">{outcome === "tooMany" ? i18n.t("keywords.importTooMany") : i18n.t("keywords.importUnreadable")}</Notice>;
  const { added, replaced, bad } = outcome;
  return (
    <div class="stack">
      <Notice tone={bad.length === 0 ? "mine" : "plain"}>
        {i18n.t("keywords.importAdded", added)} {replaced > 0 && i18n.t("keywords.importReplaced", replaced)}{" "}
        {bad.length > 0 && i18n.t("keywords.importBad", bad.length)} {(added > 0 || replaced > 0) && i18n.t("keywords.importNotLive")}
      </Notice>
      <BadRows
        heads={[i18n.t("keywords.importLine"), i18n.t("keywords.text"), i18n.t("keywords.importWhy")]}
        rows={bad.map((row) => ({ line: row.line, text: row.text, why: problemText(row) }))}
        more={(count) => i18n.t("keywords.importMore", count)}
      />
    </div>
  );
}
