import { ArrowUp } from "lucide-preact";
import { i18n } from "#i18n";
import type { Mention } from "../../lib/schema/mention.ts";
import { othersAt } from "../../lib/state/selectors.ts";
import type { StoreState } from "../../lib/state/store-state.ts";
import { Button } from "../ui/button.tsx";
import type { DetailProps } from "./actions.ts";
import { Detail } from "./detail.tsx";
import type { SectionName } from "./order.ts";
import { Row } from "./row.tsx";
import { headId, rowId } from "./use-row-focus.ts";

const emptyTexts = {
  now: () => i18n.t("panel.emptyNow"),
  clock: () => i18n.t("panel.emptyClock"),
  review: () => i18n.t("panel.emptyReview"),
  mine: () => i18n.t("panel.emptyMine"),
  all: () => i18n.t("panel.emptyAll"),
};

interface SectionProps extends Omit<DetailProps, "mention"> {
  name: SectionName;
  rows: readonly Mention[];
  /** How many rows are drawn. */
  drawn: number;
  onMore: () => void;
  /** New ones that wait. */
  fresh: number;
  onFresh: () => void;
  presence: StoreState["presence"]["value"];
  openId: string | null;
  onToggle: (mentionId: string) => void;
  selected: ReadonlySet<string>;
  onSelect: (mentionId: string) => void;
}

/** One section with its count; new rows wait behind a button and never move the others. */
export function Section(props: SectionProps) {
  const { name, rows, drawn, onMore, fresh, onFresh, presence, openId, onToggle, selected, onSelect, ...detail } = props;
  return (
    <section class="triage-section" aria-labelledby={headId(name)}>
      <h2 id={headId(name)} tabIndex={-1}>
        {i18n.t(`panel.${name}`)} <span class="count">{rows.length + fresh}</span>
      </h2>
      {fresh > 0 && (
        <Button look="quiet" icon={ArrowUp} shortcut="." onClick={onFresh}>
          {i18n.t("panel.fresh", fresh)}
        </Button>
      )}
      {rows.length === 0 && fresh === 0 && <p class="quiet">{emptyTexts[name]()}</p>}
      <ul class="list triage-list">
        {rows.slice(0, drawn).map((mention) => (
          <li key={mention.id} data-row={mention.id} data-open={mention.id === openId ? "" : undefined}>
            <div class="triage-line">
              <input
                type="checkbox"
                class="triage-pick"
                tabIndex={-1}
                aria-label={i18n.t("panel.select")}
                aria-describedby={rowId(mention.id)}
                checked={selected.has(mention.id)}
                onChange={() => onSelect(mention.id)}
              />
              <Row
                mention={mention}
                me={detail.me}
                nowMs={detail.nowMs}
                others={othersAt(presence, mention.id, detail.me.id, detail.nowMs)}
                pace={detail.pace}
                isOpen={mention.id === openId}
                onToggle={() => onToggle(mention.id)}
              />
            </div>
            {mention.id === openId && <Detail mention={mention} {...detail} />}
          </li>
        ))}
      </ul>
      {rows.length > drawn && (
        <Button look="quiet" onClick={onMore}>
          {i18n.t("ui.moreRows", rows.length - drawn)}
        </Button>
      )}
    </section>
  );
}
