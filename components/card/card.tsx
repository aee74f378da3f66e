import { X } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { authorText, oneLine } from "../../lib/i18n/mention-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { CardState } from "../../lib/schema/messages.ts";
import { type WrongEnding, wrongNow } from "../../lib/schema/second-look.ts";
import type { Workspace } from "../../lib/schema/workspace.ts";
import type { Amend } from "../../lib/sites/profile.ts";
import type { AnswerProps } from "../composer/actions.ts";
import { Answer } from "../composer/answer.tsx";
import { AnswerHead } from "../composer/answer-head.tsx";
import { OwnWrong } from "../review/own-wrong.tsx";
import { CommunityMark } from "../ui/brand-mark.tsx";
import { IconButton } from "../ui/button.tsx";
import { Live, Notice } from "../ui/notice.tsx";
import { focusFirst } from "./focus.ts";
import { NextPost, type NextPostProps } from "./next-post.tsx";
import type { Hindrance } from "./sight.ts";

export interface CardProps extends AnswerProps {
  onClose: () => void;
  /** Why the last press did not count. */
  refused?: Hindrance | null;
  /** This page does not show the post; `link` leads to it where one is known. */
  away?: { readonly link: string | null } | null;
  next?: NextPostProps;
  /** How to put an answer of the member's own right that was found wrong, and what is done when it is. */
  amending?: { readonly amend: Amend; readonly onEnd: (ending: WrongEnding) => void } | undefined;
}

/** The card beside a post. */
export function Card({ onClose, refused = null, away = null, next, amending, ...props }: CardProps) {
  const dialog = useRef<HTMLDivElement>(null);
  const { card, step } = props.answering.flow.value;
  const mention = card?.mention;
  const isKnown = mention !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step has other controls, and the one that had the focus may be gone
  useEffect(() => {
    if (dialog.current) focusFirst(dialog.current);
  }, [step, isKnown]);
  const refusal = refused === null ? "" : i18n.t(`card.${refused}`);
  return (
    <div ref={dialog} class="card" role="dialog" aria-label={labelOf(mention)} tabIndex={-1}>
      <header class="card-head">
        <AnswerHead answering={props.answering} nowMs={props.nowMs} />
        <span data-harmless="">
          <IconButton icon={X} label={i18n.t("ui.close")} onClick={onClose} />
        </span>
      </header>
      {card && <ForWhom workspace={card.workspace} />}
      {mention && <PostLine mention={mention} />}
      <Live text={refusal} />
      {refusal !== "" && <Notice tone="danger">{refusal}</Notice>}
      {away && (
        <Notice>
          {i18n.t("card.notHere")}{" "}
          {away.link !== null && (
            <a href={away.link} target="_blank" rel="noopener noreferrer">
              {i18n.t("ui.openPost")}
            </a>
          )}
        </Notice>
      )}
      <Answer {...props} />
      {card && amending && isOwnWrong(card) && <OwnWrong mention={card.mention} {...amending} />}
      {step === "done" && next && <NextPost {...next} />}
    </div>
  );
}

/** The member's own answer, which somebody found wrong. */
export const isOwnWrong = ({ mention, me }: CardState): boolean => mention.reply?.author.id === me.id && wrongNow(mention) !== null;

const labelOf = (mention: Mention | undefined) =>
  mention ? i18n.t("card.label", { who: authorText(mention.author), text: oneLine(mention.excerpt, 60) }) : i18n.t("card.title");

/** Whose community the answer is for. */
function ForWhom({ workspace }: { workspace: Pick<Workspace, "name" | "brand"> }) {
  return (
    <p class="row card-for quiet">
      {workspace.brand?.mark && <CommunityMark mark={workspace.brand.mark} size={16} />}
      <bdi class="line-cut">{workspace.name}</bdi>
    </p>
  );
}

/** Its side is that of the post's words: what stands in `bdi` does not count. */
function PostLine({ mention }: { mention: Mention }) {
  return (
    <p class="card-post quiet" dir="auto">
      <bdi class="strong">{authorText(mention.author)}</bdi> {oneLine(mention.excerpt, 160)}
    </p>
  );
}
