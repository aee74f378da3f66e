import { Download } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { guessEncoding, textOfFile } from "../../lib/detect/lists/file-text.ts";
import { entriesFromCsv, entriesToCsv } from "../../lib/detect/lists/list-csv.ts";
import { type BadRow, type Imported, mergeImported } from "../../lib/detect/lists/list-import.ts";
import { entriesFromJson, entriesToJson } from "../../lib/detect/lists/list-json.ts";
import { type KeywordEntry, maxEntries } from "../../lib/schema/keywords.ts";
import { BadRows } from "../ui/bad-rows.tsx";
import { FileButton } from "../ui/file-button.tsx";
import { Menu } from "../ui/menu.tsx";
import { Notice } from "../ui/notice.tsx";
import { ImportPreview, type OddFile } from "./import-preview.tsx";
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
  const [odd, setOdd] = useState<OddFile | null>(null);
  const take = async (file: File) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const encoding = guessEncoding(bytes);
    setOutcome(null);
    if (encoding !== "utf-8") return setOdd({ name: file.name, bytes, encoding });
    setOdd(null);
    takeText(file.name, textOfFile(bytes, encoding));
  };
  const takeOdd = ({ name: fileName, bytes, encoding }: OddFile) => {
    setOdd(null);
    takeText(fileName, textOfFile(bytes, encoding));
  };
  const takeText = (fileName: string, text: string) => {
    const imported = readText(fileName, text, newId);
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
      {odd !== null && (
        <ImportPreview
          file={odd}
          onEncoding={(encoding) => setOdd({ ...odd, encoding })}
          onTake={() => takeOdd(odd)}
          onCancel={() => setOdd(null)}
        />
      )}
      <div role="status">{outcome !== null && <OutcomeText outcome={outcome} />}</div>
    </>
  );
}

/** Null for a file in which no list can be read. */
function readText(fileName: string, text: string, newId: () => string): Imported | null {
  try {
    return /\.json$/i.test(fileName) || /^\s*[[{]/.test(text) ? entriesFromJson(text, newId) : entriesFromCsv(text, newId);
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
