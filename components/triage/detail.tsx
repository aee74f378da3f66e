import { useEffect } from "preact/hooks";
import { i18n } from "#i18n";
import { noteText, oneLine, personName } from "../../lib/i18n/mention-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { liveClaim } from "../../lib/state/clock.ts";
import { canReview } from "../../lib/state/reviews.ts";
import { RowAnswer } from "../composer/row-answer.tsx";
import { ReviewWork } from "../review/review-work.tsx";
import { Notice } from "../ui/notice.tsx";
import { PostText } from "../ui/post-text.tsx";
import { ActionBar } from "./action-bar.tsx";
import { Facts } from "./facts.tsx";
import { History } from "./history.tsx";
import { OpinionWork } from "./opinion-work.tsx";
import type { DetailProps } from "./row-context.ts";
import type { OpenMenu } from "./step-menu.tsx";
import { WrongWork } from "./wrong-work.tsx";

/** An opened row: the post, the work on it, why it is here, and what can be done. */
export function Detail(props: DetailProps) {
  const { mention, context, menu, onMenu } = props;
  const { me, nowMs, waiting, actions } = context;
  const { tellLooking } = actions;
  useEffect(() => tellLooking(mention.id), [tellLooking, mention.id]);
  const isMine = liveClaim(mention, nowMs)?.holder.id === me.id;
  const isReviewing = !isMine && canReview(mention, me);
  return (
    <div class="detail" ref={bringIntoView}>
      {isMine ? (
        <RowAnswer mention={mention} nowMs={nowMs} waiting={waiting} open={actions.openAnswering} onOpenPost={actions.openPost} />
      ) : (
        <Reading mention={mention} onOpenPost={actions.openPost} withoutDraft={isReviewing} />
      )}
      {mention.triage.hazard === "self_harm" && <Notice>{context.selfHarmNote || i18n.t("panel.selfHarmNote")}</Notice>}
      {isReviewing && <ReviewWork mention={mention} actions={actions} step={reviewStep(menu)} onStep={onMenu} />}
      <WrongWork mention={mention} actions={actions} />
      <OpinionWork mention={mention} actions={actions} />
      <Facts mention={mention} calibration={context.calibration} actions={actions} menu={menu} onMenu={onMenu} />
      <History mentionId={mention.id} revision={mention.revision} ask={actions.history} />
      <ActionBar {...props} canTake={!isMine && liveClaim(mention, nowMs) === null} />
    </div>
  );
}

/** What opens below the edge of the window would be missed. */
function bringIntoView(detail: HTMLElement | null): void {
  detail?.closest("[data-row]")?.scrollIntoView({ block: "nearest" });
}

const reviewStep = (menu: OpenMenu) => (menu === "sendBack" || menu === "edit" ? menu : null);

interface ReadingProps {
  mention: Mention;
  onOpenPost: (permalink: string) => void;
  withoutDraft: boolean;
}

function Reading({ mention, onOpenPost, withoutDraft }: ReadingProps) {
  const { draft, note, reply, followUp, mergedInto } = mention;
  return (
    <div class="stack">
      <PostText mention={mention} onOpenPost={onOpenPost} />
      {note && <Said title={i18n.t("panel.noteBy")} text={noteText(note)} />}
      {mergedInto && <p class="quiet">{i18n.t("panel.merged")}</p>}
      {draft && draft.status !== "posted" && !withoutDraft && (
        <Said title={i18n.t("panel.draftBy", { who: oneLine(personName(draft.author), 40) })} text={draft.text} />
      )}
      {followUp && <Said title={i18n.t("panel.followUp")} text={followUp.text} />}
      {reply && <Said title={i18n.t("answer.answeredBy", { who: oneLine(personName(reply.author), 40) })} text={reply.text} />}
    </div>
  );
}

function Said({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h3>{title}</h3>
      <p class="post-text kept-text" dir="auto">
        {text}
      </p>
    </div>
  );
}
