import { X } from "lucide-preact";
import { i18n } from "#i18n";
import { authorText, cutText } from "../../lib/i18n/mention-text.ts";
import { Answer, type AnswerProps } from "../composer/answer.tsx";
import { AnswerHead } from "../composer/answer-head.tsx";
import { IconButton } from "../ui/button.tsx";

/** The card beside a post. */
export function Card({ onClose, ...props }: AnswerProps & { onClose: () => void }) {
  const mention = props.answering.flow.value.card?.mention;
  const label = mention
    ? i18n.t("card.label", { who: authorText(mention.author), text: cutText(mention.excerpt, 60) })
    : i18n.t("card.title");
  return (
    <div class="card" role="dialog" aria-label={label} tabIndex={-1}>
      <header class="card-head">
        <AnswerHead answering={props.answering} nowMs={props.nowMs} />
        <IconButton icon={X} label={i18n.t("ui.close")} onClick={onClose} />
      </header>
      <Answer {...props} />
    </div>
  );
}
