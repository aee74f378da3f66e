import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { errorText } from "../../lib/i18n/error-text.ts";
import type { SetAside } from "../../lib/state/store-state.ts";
import { Button } from "../ui/button.tsx";

interface SetAsideListProps {
  items: readonly SetAside[];
  onRetry: (operationId: string) => void;
  onDiscard: (operationId: string) => void;
}

/** What the server refused, with the words that would have been lost; it stays until somebody decides. */
export function SetAsideList({ items, onRetry, onDiscard }: SetAsideListProps) {
  return (
    <ul class="list">
      {items.map((item) => (
        <SetAsideRow key={item.operationId} item={item} onRetry={onRetry} onDiscard={onDiscard} />
      ))}
    </ul>
  );
}

function SetAsideRow({ item, onRetry, onDiscard }: { item: SetAside } & Omit<SetAsideListProps, "items">) {
  const [sure, setSure] = useState(false);
  return (
    <li class="set-aside stack">
      <p>{errorText(item.code)}</p>
      {item.text && (
        <p class="post-text kept-text" dir="auto">
          {item.text}
        </p>
      )}
      <div class="row">
        <Button onClick={() => onRetry(item.operationId)}>{i18n.t("popup.retry")}</Button>
        {sure ? (
          <Button look="danger" onClick={() => onDiscard(item.operationId)}>
            {i18n.t("popup.discardSure")}
          </Button>
        ) : (
          <Button look="quiet" onClick={() => setSure(true)}>
            {i18n.t("popup.discard")}
          </Button>
        )}
      </div>
    </li>
  );
}
