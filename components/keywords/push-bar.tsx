import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

interface PushBarProps {
  changes: number;
  isOffline: boolean;
  /** The list was begun here, and the workspace has no version of it yet. */
  isNew?: boolean;
  canPush: boolean;
  pushing: boolean;
  problem: ErrorCode | null;
  /** The sentence that says that the last push was taken; null when there was none. */
  pushed: string | null;
  onPush: () => void;
  onUndo: () => void;
  onReset: () => void;
}

/** How much is not pushed yet, the way back, and the push. */
export function PushBar({ changes, isOffline, isNew = false, canPush, pushing, problem, pushed, onPush, onUndo, onReset }: PushBarProps) {
  return (
    <div class="push-bar stack" role="status">
      {problem !== null && <Notice tone="danger">{askedErrorText(problem)}</Notice>}
      {isOffline && problem === null && <Notice>{i18n.t("offline.push")}</Notice>}
      {pushed !== null && changes === 0 && <Notice tone="mine">{pushed}</Notice>}
      <div class="row">
        <span class={changes === 0 ? "quiet" : "strong"}>
          {changes > 0 ? i18n.t("keywords.pending", changes) : i18n.t(isNew ? "keywords.notLiveShort" : "keywords.noChanges")}
        </span>
        <span class="grow" />
        {changes > 0 && (
          <>
            <Button look="quiet" onClick={onReset}>
              {i18n.t("keywords.reset")}
            </Button>
            <Button onClick={onUndo}>{i18n.t("keywords.undo")}</Button>
          </>
        )}
        <Button look="primary" off={!canPush || pushing} onClick={onPush}>
          {pushing ? i18n.t("keywords.pushing") : i18n.t("keywords.push")}
        </Button>
      </div>
    </div>
  );
}
