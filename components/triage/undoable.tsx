import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { errorCode, errorText } from "../../lib/i18n/error-text.ts";
import { overruleText } from "../../lib/i18n/overrule-text.ts";
import { Live, Notice } from "../ui/notice.tsx";
import type { PanelActions } from "./panel.tsx";

/** What was just done, or why it was not; `undo` takes it back. */
export interface Done {
  readonly text: string;
  readonly undo?: () => Promise<void>;
  readonly failed?: true;
}

/** The panel's actions, each of which says what it did and how to take it back; none rejects. */
export function useUndoable(actions: PanelActions): { actions: PanelActions; toast: Done | null } {
  const [toast, setToast] = useState<Done | null>(null);
  const run = async (work: Promise<void>, done: Done | null) => {
    try {
      await work;
      setToast(done);
    } catch (thrown) {
      setToast({ text: errorText(errorCode(thrown)), failed: true });
    }
  };
  const back = (work: () => Promise<void>) => () => run(work(), { text: i18n.t("answer.undone") });
  return {
    toast,
    actions: {
      ...actions,
      take: (mention) => run(actions.take(mention), null),
      reopen: (mention) => run(actions.reopen(mention), null),
      route: (mention, to) =>
        run(actions.route(mention, to), {
          text: i18n.t("panel.routed", { route: i18n.t(`route.${to}`) }),
          undo: back(() => actions.route(mention, mention.route)),
        }),
      overrule: (mention, field, value) => {
        const before = mention.overrules.find((overrule) => overrule.field === field)?.value ?? null;
        const text = value === null ? i18n.t("overrule.taken") : i18n.t("overrule.done", { what: overruleText({ field, value }) });
        return run(actions.overrule(mention, field, value), { text, undo: back(() => actions.overrule(mention, field, before)) });
      },
      dismiss: (mention, reason) =>
        run(actions.dismiss(mention, reason), {
          text: i18n.t("answer.dismissed", { reason: i18n.t(`dismiss.${reason}`) }),
          undo: back(() => actions.reopen(mention)),
        }),
    },
  };
}

/** The last thing done, at the bottom, until the next one. */
export function Toast({ toast }: { toast: Done | null }) {
  const undo = toast?.undo;
  return (
    <>
      <Live text={toast?.text ?? ""} />
      {toast && (
        <div class="toast">
          <Notice tone={toast.failed ? "danger" : "plain"} onUndo={undo && (() => void undo())}>
            {toast.text}
          </Notice>
        </div>
      )}
    </>
  );
}
