import { textDirection } from "../../lib/i18n/direction.ts";
import { authorText, oneLine } from "../../lib/i18n/mention-text.ts";
import { ownWords } from "../../lib/i18n/post-words.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { badgeState } from "../../lib/state/badge.ts";
import type { ClockRules } from "../../lib/state/clock.ts";
import { ClockText } from "../queue/clock-text.tsx";
import type { OthersProps } from "../ui/others.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { RowFacts } from "./row-facts.tsx";
import { rowId } from "./use-row-focus.ts";

interface RowProps {
  mention: Mention;
  me: Member;
  nowMs: number;
  others: OthersProps["people"];
  pace?: ClockRules | undefined;
  isOpen: boolean;
  onToggle: () => void;
}

/** Of a post's words: what two lines of the widest panel hold. */
const mostWords = 180;

/**
 * One mention: its state, two lines of its own words with the clock at the end of the first, and a quiet line of who and why. Opened, its words stand
 * below, so that the line says whose they are.
 */
export function Row({ mention, me, nowMs, others, pace, isOpen, onToggle }: RowProps) {
  return (
    <button type="button" id={rowId(mention.id)} class="triage-row" aria-expanded={isOpen} onClick={onToggle}>
      <StateMark badge={badgeState(mention, me, nowMs, 0)} compact />
      <span class="triage-lines">
        <span class="triage-words">
          <span>
            <span class="triage-clock">
              <ClockText mention={mention} nowMs={nowMs} pace={pace} short />
            </span>
            {isOpen ? (
              <Whose author={mention.author} />
            ) : (
              <span class="own-words" dir={textDirection(mention.excerpt)}>
                {ownWords(mention.excerpt, mostWords)}{" "}
              </span>
            )}
          </span>
        </span>
        {!isOpen && <RowFacts mention={mention} me={me} nowMs={nowMs} others={others} />}
      </span>
    </button>
  );
}

function Whose({ author }: { author: Mention["author"] }) {
  const handle = author.handle?.trim();
  return (
    <span class="own-words">
      <bdi class="strong">{authorText(author)}</bdi>{" "}
      {handle && author.name?.trim() && (
        <bdi class="quiet" dir="ltr">
          @{oneLine(handle.replace(/^@/, ""), 30)}
        </bdi>
      )}
    </span>
  );
}
