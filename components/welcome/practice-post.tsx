import { authorText } from "../../lib/i18n/mention-text.ts";
import { leftText } from "../../lib/i18n/time-text.ts";
import type { BadgeState } from "../../lib/schema/messages.ts";
import { StateMark } from "../ui/state-mark.tsx";
import { exampleMention } from "./example.ts";

/** The invented post as a site might show it, with Fanswer's mark beside its time. */
export function PracticePost({ nowMs, badge }: { nowMs: number; badge: BadgeState | null }) {
  const mention = exampleMention(nowMs);
  const leftMs = badge?.untilMs ? badge.untilMs - nowMs : null;
  return (
    <article class="sample-post" dir="ltr">
      <p class="row">
        <span class="sample-face" aria-hidden="true" />
        <span class="strong">{authorText(mention.author)}</span>
        <span class="quiet">@{mention.author.handle}</span>
        {badge && (
          <span class="sample-badge" data-state={badge.state}>
            <StateMark badge={badge} />
            {badge.state === "needs_answer" && leftMs !== null && <span>· {leftText(leftMs)}</span>}
          </span>
        )}
      </p>
      <p class="post-text" dir="auto">
        {mention.excerpt}
      </p>
    </article>
  );
}
