import { Download, Upload } from "lucide-preact";
import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { entriesFromCsv, entriesToCsv } from "../../lib/detect/list-csv.ts";
import { type BadRow, type Imported, mergeImported } from "../../lib/detect/list-import.ts";
import { entriesFromJson, entriesToJson } from "../../lib/detect/list-json.ts";
import { type KeywordEntry, maxEntries } from "../../lib/schema/keywords.ts";
import { Icon } from "../ui/icon.tsx";
import { Menu } from "../ui/menu.tsx";
import { Notice } from "../ui/notice.tsx";
import { problemText } from "./problem-text.ts";

interface FileToolsProps {
  name: string;
  entries: readonly KeywordEntry[];
  onEntries: (entries: KeywordEntry[]) => void;
  newId: () => string;
  /** Gives the person a file. */
  onSave: (name: string, text: string) => void;
}

type Outcome = { readonly added: number; readonly replaced: number; readonly bad: readonly BadRow[] } | "unreadable" | "tooMany" | null;

/** The list from a file and into one, as CSV or JSON. */
export function FileTools({ name, entries, onEntries, newId, onSave }: FileToolsProps) {
  const id = useId();
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
        <label class="btn file-button" data-look="quiet" for={id}>
          <Icon of={Upload} />
          {i18n.t("keywords.import")}
          <input
            id={id}
            class="sr-only"
            type="file"
            accept=".csv,.json,text/csv,application/json"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) void take(file);
              event.currentTarget.value = "";
            }}
          />
        </label>
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

/** Rows drawn of those that were left out. */
const mostBad = 200;

function OutcomeText({ outcome }: { outcome: Exclude<Outcome, null> }) {
  if (outcome === "unreadable" || outcome === "tooMany")
    return <Notice tone="danger">{outcome === "tooMany" ? i18n.t("keywords.importTooMany") : i18n.t("keywords.importUnreadable")}</Notice>;
  const { added, replaced, bad } = outcome;
  return (
    <div class="stack">
      <Notice tone={bad.length === 0 ? "mine" : "plain"}>
        {i18n.t("keywords.importAdded", added)} {replaced > 0 && i18n.t("keywords.importReplaced", replaced)}{" "}
        {bad.length > 0 && i18n.t("keywords.importBad", bad.length)}
      </Notice>
      {bad.length > 0 && (
        <table class="bad-rows">
          <thead>
            <tr>
              <th scope="col">{i18n.t("keywords.importLine")}</th>
              <th scope="col">{i18n.t("keywords.text")}</th>
              <th scope="col">{i18n.t("keywords.importWhy")}</th>
            </tr>
          </thead>
          <tbody>
            {bad.slice(0, mostBad).map((row) => (
              <tr key={row.line}>
                <td>{row.line}</td>
                <td>
                  <bdi>{row.text}</bdi>
                </td>
                <td>{problemText(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {bad.length > mostBad && <p class="quiet">{i18n.t("keywords.importMore", bad.length - mostBad)}</p>}
    </div>
  );
}
