import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import type { Mention } from "../../lib/schema/mention.ts";
import type { OthersProps } from "../ui/others.tsx";
import { Row } from "./row.tsx";
import type { RowContext } from "./row-context.ts";
import { rowId } from "./use-row-focus.ts";

interface BoardRowProps {
  mention: Mention;
  context: RowContext;
  others: OthersProps["people"];
  isOpen: boolean;
  onToggle: () => void;
  isPicked: boolean;
  onPick: () => void;
  /** What stands below the row while it is open. */
  children: ComponentChildren;
}

/** A row of the panel with the box that picks it, and what it opens. */
export function BoardRow({ mention, context, others, isOpen, onToggle, isPicked, onPick, children }: BoardRowProps) {
  return (
    <li data-row={mention.id} data-open={isOpen ? "" : undefined}>
      <div class="triage-line">
        <input
          type="checkbox"
          class="triage-pick"
          tabIndex={-1}
          aria-label={i18n.t("panel.select")}
          aria-describedby={rowId(mention.id)}
          checked={isPicked}
          onChange={onPick}
        />
        <Row
          mention={mention}
          me={context.me}
          nowMs={context.nowMs}
          others={others}
          pace={context.pace}
          isOpen={isOpen}
          onToggle={onToggle}
        />
      </div>
      {children}
    </li>
  );
}
