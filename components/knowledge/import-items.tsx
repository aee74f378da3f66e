import { Download, Upload } from "lucide-preact";
import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { KnowledgeItem } from "../../lib/schema/workspace.ts";
import { type BadItem, type ImportedItems, itemsFromFile, itemsToCsv } from "../../lib/suggest/item-file.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Notice } from "../ui/notice.tsx";

interface ImportItemsProps {
  items: readonly KnowledgeItem[];
  lang: string;
  newId: () => string;
  /** Takes the good ones in; false when the server did not. */
  onItems: (items: readonly KnowledgeItem[]) => Promise<boolean>;
  onSave: (name: string, text: string) => void;
}

type Outcome = { readonly taken: number; readonly bad: readonly BadItem[] } | "unreadable" | null;

const mostBad = 100;
const fields = ["title", "answer", "topics", "link", "kinds", "lang", "id", "quotes", "duplicate"] as const;

function problemText(problem: string): string {
  const known = fields.find((field) => field === problem);
  return i18n.t(`knowledge.problem.${known ?? "form"}`);
}

/** Answers from a file and into one; the good rows go in, the others are listed with their line and reason. */
export function ImportItems({ items, lang, newId, onItems, onSave }: ImportItemsProps) {
  const id = useId();
  const [outcome, setOutcome] = useState<Outcome>(null);
  const take = async (file: File) => {
    const read = await readFile(file, lang, newId);
    if (read === null) return setOutcome("unreadable");
    const isTaken = read.items.length === 0 || (await onItems(read.items));
    setOutcome({ taken: isTaken ? read.items.length : 0, bad: read.bad });
  };
  return (
    <>
      <label class="btn file-button" data-look="quiet" for={id}>
        <Icon of={Upload} />
        {i18n.t("knowledge.import")}
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
      <Button look="quiet" icon={Download} off={items.length === 0} onClick={() => onSave("knowledge.csv", itemsToCsv(items))}>
        {i18n.t("knowledge.export")}
      </Button>
      <div class="import-outcome" role="status">
        {outcome === "unreadable" && <Notice tone="danger">{i18n.t("knowledge.unreadable")}</Notice>}
        {outcome !== null && outcome !== "unreadable" && <OutcomeText {...outcome} />}
      </div>
    </>
  );
}

/** Null for a file in which no list can be read. */
async function readFile(file: File, lang: string, newId: () => string): Promise<ImportedItems | null> {
  try {
    return itemsFromFile(await file.text(), lang, newId);
  } catch {
    return null;
  }
}

function OutcomeText({ taken, bad }: { taken: number; bad: readonly BadItem[] }) {
  return (
    <div class="stack">
      <Notice tone={bad.length === 0 ? "mine" : "plain"}>
        {i18n.t("knowledge.imported", taken)} {bad.length > 0 && i18n.t("knowledge.bad", bad.length)}
      </Notice>
      {bad.length > 0 && (
        <table class="bad-rows">
          <thead>
            <tr>
              <th scope="col">{i18n.t("knowledge.badLine")}</th>
              <th scope="col">{i18n.t("knowledge.badTitle")}</th>
              <th scope="col">{i18n.t("knowledge.badWhy")}</th>
            </tr>
          </thead>
          <tbody>
            {bad.slice(0, mostBad).map((row) => (
              <tr key={row.line}>
                <td>{row.line}</td>
                <td>
                  <bdi>{row.title}</bdi>
                </td>
                <td>{problemText(row.problem)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {bad.length > mostBad && <p class="quiet">{i18n.t("knowledge.badMore", bad.length - mostBad)}</p>}
    </div>
  );
}
