import { i18n } from "#i18n";
import { authorText, oneLine } from "../../lib/i18n/mention-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { Route } from "../../lib/schema/triage.ts";
import { RuleSection } from "./rule-section.tsx";

/** A post that the edits send elsewhere. */
export interface Move {
  readonly mention: Mention;
  readonly from: Route;
  readonly to: Route;
}

const shown = 10;

/** What the edits do to the posts on this device. */
export function Effect({ count, moves }: { count: number; moves: readonly Move[] }) {
  return (
    <RuleSection title={i18n.t("rules.effect")}>
      <p class="strong" role="status">
        {sentence(count, moves.length)}
      </p>
      <ul class="list">
        {moves.slice(0, shown).map(({ mention, from, to }) => (
          <li key={mention.id} class="effect-row">
            <span class="line-cut" dir="auto">
              <span class="strong">{authorText(mention.author)}</span> {oneLine(mention.excerpt, 120)}
            </span>
            <span class="quiet">{i18n.t("rules.effectMove", { from: i18n.t(`route.${from}`), to: i18n.t(`route.${to}`) })}</span>
          </li>
        ))}
      </ul>
      {moves.length > shown && <p class="quiet">{i18n.t("ui.moreRows", moves.length - shown)}</p>}
    </RuleSection>
  );
}

function sentence(count: number, moved: number): string {
  if (count === 0) return i18n.t("rules.effectNone");
  return moved === 0 ? i18n.t("rules.effectSame", count) : i18n.t("rules.effectMoved", moved);
}
