import { Download } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { readErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { Button } from "../ui/button.tsx";
import { Live, Notice } from "../ui/notice.tsx";
import type { YouActions } from "./actions.ts";

/** All that the server holds of one, part by part, as the text of a file (JSON). */
async function ownFile(ask: YouActions["data"], at: Date): Promise<string> {
  const file: Record<string, unknown> = { readAt: at.toISOString() };
  for (let from: Parameters<YouActions["data"]>[0]["from"] = null; ; ) {
    const { part, rows, next } = await ask({ from });
    const before = file[part];
    file[part] = [...(Array.isArray(before) ? before : []), ...rows.map((row): unknown => JSON.parse(row))];
    if (next === null) return JSON.stringify(file, null, 2);
    from = next;
  }
}

/** One's data as a file. */
export function FileSection({ onRead, onSave }: { onRead: YouActions["data"]; onSave: YouActions["save"] }) {
  const [state, setState] = useState<"still" | "busy" | "saved">("still");
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    setState("busy");
    setProblem(null);
    try {
      const now = new Date();
      onSave(`fanswer-${now.toISOString().slice(0, 10)}.json`, await ownFile(onRead, now));
      setState("saved");
    } catch (thrown) {
      setState("still");
      setProblem(readErrorText(errorCode(thrown)));
    }
  };
  return (
    <section class="stack">
      <h2>{i18n.t("you.file.title")}</h2>
      <p class="hint">{i18n.t("you.file.hint")}</p>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <Live text={state === "saved" ? i18n.t("you.file.saved") : ""} />
      <div class="row">
        <Button icon={Download} off={state === "busy"} onClick={() => void save()}>
          {i18n.t(state === "busy" ? "ui.loading" : "you.file.save")}
        </Button>
      </div>
    </section>
  );
}
