import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { oneLine, personName } from "../../lib/i18n/mention-text.ts";
import type { AnswerProps } from "../composer/actions.ts";
import type { Flow } from "../composer/flow.ts";
import { Writing } from "../composer/writing.tsx";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { DifferenceText } from "./difference-text.tsx";
import { reviewText } from "./review-text.ts";

/** The member's own draft, when the text in the box is what the reviewers have or approved. */
function draftAtReview({ card, text, mending }: Flow) {
  const draft = card?.mention.draft;
  if (!draft || mending || draft.author.id !== card.me.id || draft.text !== text) return null;
  return draft.status === "in_review" || draft.status === "approved" ? draft : null;
}

/** The member's answer: being written, or with those who read it first. */
export function Written(props: AnswerProps) {
  const flow = props.answering.flow.value;
  const reason = flow.card?.mention.draft?.review?.reason;
  if (draftAtReview(flow) !== null) return <AtReview {...props} />;
  return (
    <>
      {reason && <Notice>{i18n.t("review.sentBack", { reason: i18n.t(`review.reason.${reason}`) })}</Notice>}
      <Writing {...props} />
    </>
  );
}

function AtReview({ answering, way }: AnswerProps) {
  const state = useRef<HTMLDivElement>(null);
  // The button that led here is gone, and the focus with it.
  useEffect(() => state.current?.focus({ preventScroll: true }), []);
  const flow = answering.flow.value;
  const draft = draftAtReview(flow);
  if (draft === null) return null;
  const isApproved = draft.status === "approved";
  const suggested = isApproved ? [] : (draft.review?.verdicts ?? []);
  return (
    <>
      <div ref={state} class="at-review" role="status" tabIndex={-1}>
        <Notice tone={isApproved ? "mine" : "plain"}>
          <p class="strong">{reviewText(draft)}</p>
          <p>{isApproved ? i18n.t("review.approvedHint") : i18n.t("review.waitHint")}</p>
        </Notice>
      </div>
      <p class="post-text kept-text" dir="auto">
        {draft.text}
      </p>
      {suggested.map(
        ({ by, text }) =>
          text !== null && (
            <Suggested
              key={by.id}
              by={personName(by)}
              before={draft.text}
              after={text}
              off={flow.busy !== null}
              onTake={answering.acceptEdit}
            />
          ),
      )}
      <div class="row">
        {isApproved && (
          <Button look="primary" off={flow.busy !== null} onClick={() => void answering.place()}>
            {way === "copy" ? i18n.t("composer.copyReply") : i18n.t("composer.place")}
          </Button>
        )}
        <Button look="quiet" off={flow.busy !== null} onClick={answering.mend}>
          {i18n.t("composer.editAgain")}
        </Button>
      </div>
    </>
  );
}

interface SuggestedProps {
  /** Name of the reviewer. */
  by: string;
  before: string;
  after: string;
  off: boolean;
  onTake: (text: string) => void;
}

/** Other words that a reviewer suggests, beside one's own. */
function Suggested({ by, before, after, off, onTake }: SuggestedProps) {
  return (
    <section class="stack">
      <h3>{i18n.t("review.suggests", { who: oneLine(by, 40) })}</h3>
      <DifferenceText before={before} after={after} />
      <div class="row">
        <Button look="primary" off={off} onClick={() => onTake(after)}>
          {i18n.t("review.takeText")}
        </Button>
      </div>
    </section>
  );
}
