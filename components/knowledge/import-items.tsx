import { Download } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { KnowledgeItem } from "../../lib/schema/workspace.ts";
import { type BadItem, type ImportedItems, itemsFromFile, itemsToCsv } from "../../lib/suggest/item-file.ts";
import { BadRows } from "../ui/bad-rows.tsx";
import { Button } from "../ui/button.tsx";
import { FileButton } from "../ui/file-button.tsx";
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

const fields = ["title", "answer", "topics", "link", "kinds", "lang", "id", "quotes", "duplicate"] as const;

function problemText(problem: string): string {
  const known = fields.find((field) => field === problem);
  return i18n.t(`knowledge.problem.${known ?? "form"}`);
}

/** Answers from a file and into one; the good rows go in, the others are listed with their line and reason. */
export function ImportItems({ items, lang, newId, onItems, onSave }: ImportItemsProps) {
  const [outcome, setOutcome] = useState<Outcome>(null);
  const take = async (file: File) => {
    const read = await readFile(file, lang, newId);
    if (read === null) return setOutcome("unreadable");
    const isTaken = read.items.length === 0 || (await onItems(read.items));
    setOutcome({ taken: isTaken ? read.items.length : 0, bad: read.bad });
  };
  return (
    <>
      <FileButton accept=".csv,.json,text/csv,application/json" onFile={(file) => void take(file)}>
        {i18n.t("knowledge.import")}
      </FileButton>
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
      <BadRows
        heads={[i18n.t("knowledge.badLine"), i18n.t("knowledge.badTitle"), i18n.t("knowledge.badWhy")]}
        rows={bad.map(({ line, title, problem }) => ({ line, text: title, why: problemText(problem) }))}
        more={(count) => i18n.t("knowledge.badMore", count)}
      />
    </div>
  );
}
