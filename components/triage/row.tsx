import { authorText, cutText, whyLine } from "../../lib/i18n/mention-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { badgeState } from "../../lib/state/badge.ts";
import { isLive, type Pace } from "../../lib/state/clock.ts";
import { ClockText } from "../queue/clock-text.tsx";
import { reviewText } from "../review/review-text.ts";
import { Others, type OthersProps } from "../ui/others.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { Reach } from "./reach.tsx";
import { Who } from "./who.tsx";

interface RowProps {
  mention: Mention;
  me: Member;
  nowMs: number;
  others: OthersProps["people"];
  pace?: Pace | undefined;
  isOpen: boolean;
  onToggle: () => void;
}

/** Id of the button that opens a mention's row, so that keys can move the focus. */
export function rowId(mentionId: string): string {
  return `row-${mentionId}`;
}

/** One mention on 56 px: state, its first line, who is there or why it is here, the clock, who is on it. */
export function Row({ mention, me, nowMs, others, pace, isOpen, onToggle }: RowProps) {
  const badge = badgeState(mention, me, nowMs, 0);
  const review = isLive(mention) && mention.draft ? reviewText(mention.draft) : null;
  return (
    <button type="button" id={rowId(mention.id)} class="triage-row" aria-expanded={isOpen} onClick={onToggle}>
      <StateMark badge={badge} compact />
      <span class="triage-lines">
        <span class="line-cut" dir="auto">
          <span class="strong">{authorText(mention.author)}</span> {cutText(mention.excerpt, 120)}
        </span>
        {others.length > 0 ? <Others people={others} /> : <span class="line-cut quiet">{review ?? whyLine(mention, 2)}</span>}
      </span>
      <span class="triage-side">
        <ClockText mention={mention} nowMs={nowMs} pace={pace} />
        <span class="triage-facts">
          <Reach level={mention.triage.reach} />
          <Who mention={mention} me={me} nowMs={nowMs} />
        </span>
      </span>
    </button>
  );
}
