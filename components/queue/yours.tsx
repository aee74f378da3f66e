import { ChevronDown } from "lucide-preact";
import type { ComponentType } from "preact";
import { authorText, oneLine } from "../../lib/i18n/mention-text.ts";
import { countdownText } from "../../lib/i18n/time-text.ts";
import type { Claim, Mention } from "../../lib/schema/mention.ts";
import { reviewText } from "../review/review-text.ts";
import { Icon } from "../ui/icon.tsx";
import type { AnsweringProps } from "./actions.ts";

interface YoursProps {
  mentions: readonly Mention[];
  nowMs: number;
  waiting: number;
  /** Id of the post whose row is open; null when all are closed. */
  openId: string | null;
  onToggle: (mentionId: string) => void;
  Answering: ComponentType<AnsweringProps>;
  onLeave: AnsweringProps["onLeave"];
  onPosted: AnsweringProps["onPosted"];
}

/** How the reviewers see it, or how long it is still theirs. */
const stateOf = ({ draft }: Mention, claim: Claim, nowMs: number) =>
  (draft && reviewText(draft)) ?? countdownText(Date.parse(claim.expiresAt) - nowMs);

/** What a member is on; one opens in place. */
export function Yours({ mentions, nowMs, waiting, openId, onToggle, Answering, onLeave, onPosted }: YoursProps) {
  return (
    <ul class="list">
      {mentions.map((mention) => (
        <li key={mention.id}>
          <button type="button" class="list-row" aria-expanded={mention.id === openId} onClick={() => onToggle(mention.id)}>
            <span class="grow line-cut" dir="auto">
              <bdi class="strong">{authorText(mention.author)}</bdi> {oneLine(mention.excerpt, 80)}
            </span>
            {mention.claim && <span data-tone="mine">{stateOf(mention, mention.claim, nowMs)}</span>}
            <Icon of={ChevronDown} />
          </button>
          {mention.id === openId && <Answering mention={mention} nowMs={nowMs} waiting={waiting} onLeave={onLeave} onPosted={onPosted} />}
        </li>
      ))}
    </ul>
  );
}
