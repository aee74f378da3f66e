import { useMemo } from "preact/hooks";
import { wrongText } from "../../lib/i18n/look-text.ts";
import { authorText } from "../../lib/i18n/mention-text.ts";
import { opinionText } from "../../lib/i18n/opinion-text.ts";
import { shortReason } from "../../lib/i18n/reason-sentence.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { othersOpinion } from "../../lib/schema/opinions.ts";
import { wrongNow } from "../../lib/schema/second-look.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { isLive } from "../../lib/state/clock.ts";
import { reviewText } from "../review/review-text.ts";
import { Others, type OthersProps } from "../ui/others.tsx";
import { Reach } from "./reach.tsx";
import { Who } from "./who.tsx";

interface RowFactsProps {
  mention: Mention;
  me: Member;
  nowMs: number;
  others: OthersProps["people"];
}

/** The quiet line of a row: author, why it is here, how its review stands or what is wrong with its answer, how many read it, who is on it or looks at it. */
export function RowFacts({ mention, me, nowMs, others }: RowFactsProps) {
  // Read once: every row is drawn anew each second for its clock.
  const reason = useMemo(() => shortReason(mention), [mention]);
  const opinion = othersOpinion(mention);
  const wrong = wrongNow(mention) === null ? null : wrongText(mention);
  const review = isLive(mention) && mention.draft ? reviewText(mention.draft) : null;
  return (
    <span class="row-facts quiet">
      <span class="line-cut" dir="auto">
        {authorText(mention.author)}
      </span>
      <span class="line-cut row-why">{wrong ?? review ?? (opinion ? opinionText(opinion) : reason)}</span>
      <Reach level={mention.triage.reach} />
      {others.length > 0 ? <Others people={others} /> : <Who mention={mention} me={me} nowMs={nowMs} />}
    </span>
  );
}
