import { useEffect } from "preact/hooks";
import { i18n } from "#i18n";
import { cutText } from "../../lib/i18n/mention-text.ts";
import type { Calibration } from "../../lib/schema/calibration.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { liveClaim } from "../../lib/state/clock.ts";
import { RowAnswer } from "../composer/row-answer.tsx";
import { PostText } from "../ui/post-text.tsx";
import { ActionBar, type OpenMenu } from "./action-bar.tsx";
import { Facts } from "./facts.tsx";
import type { PanelActions } from "./panel.tsx";

export interface DetailProps {
  mention: Mention;
  me: Member;
  nowMs: number;
  waiting: number;
  calibration: Calibration | null;
  actions: PanelActions;
  menu: OpenMenu;
  onMenu: (menu: OpenMenu) => void;
}

/** An opened row: the post, the work on it, why it is here, and what can be done. */
export function Detail(props: DetailProps) {
  const { mention, me, nowMs, waiting, actions } = props;
  const { look } = actions;
  useEffect(() => look(mention.id), [look, mention.id]);
  const isMine = liveClaim(mention, nowMs)?.holder.id === me.id;
  return (
    <div class="detail">
      {isMine ? (
        <RowAnswer mention={mention} nowMs={nowMs} waiting={waiting} open={actions.openAnswering} onOpenPost={actions.openPost} />
      ) : (
        <Reading mention={mention} onOpenPost={actions.openPost} />
      )}
      <Facts mention={mention} calibration={props.calibration} actions={actions} menu={props.menu} onMenu={props.onMenu} />
      <ActionBar {...props} canTake={!isMine && liveClaim(mention, nowMs) === null} />
    </div>
  );
}

function Reading({ mention, onOpenPost }: { mention: Mention; onOpenPost: (permalink: string) => void }) {
  const { draft, note, reply } = mention;
  return (
    <div class="stack">
      <PostText mention={mention} onOpenPost={onOpenPost} />
      {note && <Said title={i18n.t("panel.noteBy")} text={note} />}
      {draft && draft.status !== "posted" && (
        <Said title={i18n.t("panel.draftBy", { who: cutText(draft.author.name, 40) })} text={draft.text} />
      )}
      {reply && <Said title={i18n.t("answer.answeredBy", { who: cutText(reply.author.name, 40) })} text={reply.text} />}
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
