import { ArrowUp } from "lucide-preact";
import { Fragment, type VNode } from "preact";
import { i18n } from "#i18n";
import type { Mention } from "../../lib/schema/mention.ts";
import { Button } from "../ui/button.tsx";
import type { SettledSection } from "./order.ts";
import { headId } from "./use-row-focus.ts";

const emptyTexts = {
  now: () => i18n.t("panel.emptyNow"),
  clock: () => i18n.t("panel.emptyClock"),
  review: () => i18n.t("panel.emptyReview"),
  mine: () => i18n.t("panel.emptyMine"),
  all: () => i18n.t("panel.emptyAll"),
};

interface SectionProps {
  section: SettledSection;
  /** So many rows are drawn; the others wait behind a button, since a long list would be slow. */
  drawn: number;
  onMore: () => void;
  onFresh: () => void;
  row: (mention: Mention) => VNode;
}

/** One section with its count; new rows wait behind a button and never move the others. */
export function Section({ section: { name, rows, fresh }, drawn, onMore, onFresh, row }: SectionProps) {
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
          <Fragment key={mention.id}>{row(mention)}</Fragment>
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
