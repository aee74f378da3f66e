import { MessageCircleQuestionMark } from "lucide-preact";
import { i18n } from "#i18n";
import { languageText } from "../../lib/i18n/language-text.ts";

import { countdownText, leftText } from "../../lib/i18n/time-text.ts";
import type { CardState } from "../../lib/schema/messages.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import type { AnswerProps } from "./actions.ts";
import { holdLeftMs, isHolding } from "./flow.ts";

/** From here on the end of a hold is worth a second look. */
const hurryMs = 60_000;

/** One line: what it is and its clock, or that it is yours, for how long, and the way to give it back. */
export function AnswerHead({ answering, nowMs }: Pick<AnswerProps, "answering" | "nowMs">) {
  const { card, step, busy } = answering.flow.value;
  if (card === null) return <span class="grow" />;
  if (!isHolding(step)) return <RestHead card={card} nowMs={nowMs} />;
  const leftMs = holdLeftMs(card, nowMs) ?? 0;
  const isRunning = card.mention.draft?.status !== "in_review";
  return (
    <>
      <span class="row head-line grow">
        <StateMark badge={{ state: "yours", who: null }} />
        {isRunning && (
          <span
            role="timer"
            data-tone={leftMs < hurryMs ? "danger" : undefined}
            aria-label={i18n.t("answer.secondsLeft", { time: countdownText(leftMs) })}
          >
            {countdownText(leftMs)}
          </span>
        )}
      </span>
      <Button look="quiet" off={busy !== null} onClick={() => void answering.giveBack()}>
        {i18n.t("answer.giveBack")}
      </Button>
    </>
  );
}

function RestHead({ card, nowMs }: { card: CardState; nowMs: number }) {
  const { badge, mention } = card;
  if (badge.state !== "needs_answer") {
    return (
      <span class="grow">
        <StateMark badge={badge} />
      </span>
    );
  }
  const language = languageText(mention.triage.lang);
  const leftMs = badge.untilMs === null ? null : badge.untilMs - nowMs;
  return (
    <span class="row head-line grow">
      <span class="state" data-tone="accent">
        <Icon of={MessageCircleQuestionMark} />
        {i18n.t(`kind.${mention.triage.kind}`)}
      </span>
      {language !== null && <span class="quiet">{language}</span>}
      {leftMs !== null && (
        <span class={leftMs > 0 ? "quiet" : undefined} data-tone={leftMs > 0 ? undefined : "danger"}>
          {leftText(leftMs)}
        </span>
      )}
    </span>
  );
}
