import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { errorCode, errorText } from "../../lib/i18n/error-text.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import { Live, Notice } from "./notice.tsx";
import { useTimeFor, useUndoTime } from "./undo.tsx";

/** What was just done, or why it was not; `undo` takes it back. */
export interface Done {
  readonly text: string;
  readonly undo?: (() => Promise<void>) | undefined;
  readonly failed?: true;
}

/** Says the last thing done. `run` first waits for the work, which may reject; `back` is an undo that says so itself. */
export function useToast() {
  const [toast, setToast] = useState<Done | null>(null);
  const run = async (work: Promise<void>, done: Done | null, why: (code: ErrorCode) => string = errorText) => {
    try {
      await work;
      setToast(done);
    } catch (thrown) {
      setToast({ text: why(errorCode(thrown)), failed: true });
    }
  };
  const back = (work: () => Promise<void>) => () => run(work(), { text: i18n.t("answer.undone") });
  return { toast, say: setToast, run, back };
}

/** The last thing done, for as long as it can be taken back. */
export function Toast({ toast }: { toast: Done | null }) {
  const isFresh = useUndoTime(toast);
  const undo = toast?.undo;
  return (
    <>
      <Live text={toast?.text ?? ""} />
      {toast && isFresh && (
        <div class="toast">
          <Notice tone={toast.failed ? "danger" : "plain"} onUndo={undo && (() => void undo())}>
            {toast.text}
          </Notice>
        </div>
      )}
    </>
  );
}

/** Why a key did nothing, and how often something was said already, so that the same words are said anew. */
export interface Hint {
  readonly text: string;
  readonly count: number;
}

const hintMs = 6_000;

/** Says it beside what can be undone, never in its place. */
export function HintToast({ hint }: { hint: Hint | null }) {
  const isFresh = useTimeFor(hint, hintMs);
  const text = isFresh ? (hint?.text ?? "") : "";
  return (
    <>
      <Live text={text} count={hint?.count ?? 0} />
      {text !== "" && (
        <div class="toast">
          <Notice>{text}</Notice>
        </div>
      )}
    </>
  );
}
