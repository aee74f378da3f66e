import { ChevronDown } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { errorCode, errorText } from "../../lib/i18n/error-text.ts";
import { authorText, oneLine } from "../../lib/i18n/mention-text.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { useKeys } from "../triage/use-keys.ts";
import { Icon } from "../ui/icon.tsx";
import { Notice } from "../ui/notice.tsx";
import { PostText } from "../ui/post-text.tsx";
import type { ReviewActions, ReviewStep } from "./actions.ts";
import { reviewText } from "./review-text.ts";
import { ReviewWork } from "./review-work.tsx";

interface ReviewListProps {
  /** The posts whose drafts wait, in the order in which they should be read. */
  mentions: readonly Mention[];
  actions: ReviewActions;
  onOpenPost: (permalink: string) => void;
}

/** Which draft is open and what of its review, what a reviewer can say of it, and the keys for both. After a word the next draft opens. */
function useReviewing(mentions: readonly Mention[], actions: ReviewActions) {
  const [openId, setOpenId] = useState<string | null>(null);
  const [step, setStep] = useState<ReviewStep>(null);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const open = (id: string | null) => {
    setStep(null);
    setOpenId(id);
  };
  const said = async (mention: Mention, work: Promise<void>) => {
    setProblem(null);
    try {
      await work;
      const at = mentions.findIndex(({ id }) => id === mention.id);
      open([...mentions.slice(at + 1), ...mentions.slice(0, at)][0]?.id ?? null);
    } catch (thrown) {
      setProblem(errorCode(thrown));
    }
  };
  const telling: ReviewActions = {
    approve: (mention) => said(mention, actions.approve(mention)),
    sendBack: (mention, reason) => said(mention, actions.sendBack(mention, reason)),
    suggest: (mention, edit) => said(mention, actions.suggest(mention, edit)),
  };
  useKeys((action) => {
    const at = mentions.findIndex(({ id }) => id === openId);
    const opened = mentions[at];
    if (action === "nextReview") open(mentions[(at + 1) % mentions.length]?.id ?? null);
    else if (opened && action === "approve") void telling.approve(opened);
    else if (opened && (action === "sendBack" || action === "edit")) setStep(action);
  });
  return { openId, open, step, setStep, problem, telling };
}

/** The drafts that wait for a member's word; one opens in place, and after a word the next one. */
export function ReviewList({ mentions, actions, onOpenPost }: ReviewListProps) {
  const { openId, open, step, setStep, problem, telling } = useReviewing(mentions, actions);
  return (
    <section>
      <h2>{i18n.t("review.list")}</h2>
      {problem !== null && <Notice tone="danger">{errorText(problem)}</Notice>}
      <ul class="list">
        {mentions.map((mention) => (
          <li key={mention.id}>
            <DraftLine mention={mention} isOpen={mention.id === openId} onToggle={() => open(mention.id === openId ? null : mention.id)} />
            {mention.id === openId && (
              <div class="row-answer stack">
                <PostText mention={mention} onOpenPost={onOpenPost} />
                <ReviewWork mention={mention} actions={telling} step={step} onStep={setStep} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function DraftLine({ mention, isOpen, onToggle }: { mention: Mention; isOpen: boolean; onToggle: () => void }) {
  return (
    <button type="button" class="list-row" aria-expanded={isOpen} onClick={onToggle}>
      <span class="grow line-cut" dir="auto">
        <bdi class="strong">{authorText(mention.author)}</bdi> {oneLine(mention.excerpt, 80)}
      </span>
      <span class="quiet">{mention.draft && reviewText(mention.draft)}</span>
      <Icon of={ChevronDown} />
    </button>
  );
}
