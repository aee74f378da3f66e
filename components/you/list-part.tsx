import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { Button } from "../ui/button.tsx";
import { Live, Notice } from "../ui/notice.tsx";

interface ListPartProps<T> {
  items: readonly T[];
  isMore: boolean;
  isBusy: boolean;
  problem: string | null;
  /** What stands there while there are none. */
  none: string;
  onMore: () => void;
  row: (item: T) => ComponentChildren;
}

/** Rows of a list of one's own, and the way to more. */
export function ListPart<T extends { readonly mentionId: string; readonly at: string }>(props: ListPartProps<T>) {
  const { items, isMore, isBusy, problem, none, onMore, row } = props;
  return (
    <>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <Live text={isBusy ? "" : i18n.t("you.shown", items.length)} />
      {items.length === 0 && <p>{none}</p>}
      {items.length > 0 && (
        <ul class="list own-list" aria-busy={isBusy}>
          {items.map((item) => (
            <li key={`${item.mentionId} ${item.at}`} class="stack">
              {row(item)}
            </li>
          ))}
        </ul>
      )}
      {isMore && (
        <div class="row">
          <Button off={isBusy} onClick={onMore}>
            {i18n.t("you.more")}
          </Button>
        </div>
      )}
    </>
  );
}

/** A way out to where something stands on its site; nothing where that is not known. */
export function WayOut({ to, text }: { to: string | null; text: string }) {
  if (to === null) return null;
  return (
    <a class="link" href={to} target="_blank" rel="noreferrer">
      {text}
    </a>
  );
}
