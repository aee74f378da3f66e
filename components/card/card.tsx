import { X } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { authorText, cutText } from "../../lib/i18n/mention-text.ts";
import { Answer, type AnswerProps } from "../composer/answer.tsx";
import { AnswerHead } from "../composer/answer-head.tsx";
import { IconButton } from "../ui/button.tsx";

/** The card beside a post. */
export function Card({ onClose, ...props }: AnswerProps & { onClose: () => void }) {
  const dialog = useRef<HTMLDivElement>(null);
  const { card, step } = props.answering.flow.value;
  const mention = card?.mention;
  // A control that had the focus may go with its step; then the card takes it, but never from the page's reply box.
  useEffect(() => {
    const root = dialog.current?.getRootNode() as Document | ShadowRoot | undefined;
    const { activeElement, body } = document;
    const isInside = dialog.current?.contains(root?.activeElement ?? null);
    if (!isInside && step !== "placed" && step !== "confirm" && (activeElement === body || activeElement === null)) dialog.current?.focus();
  }, [step]);
  const label = mention
    ? i18n.t("card.label", { who: authorText(mention.author), text: cutText(mention.excerpt, 60) })
    : i18n.t("card.title");
  return (
    <div ref={dialog} class="card" role="dialog" aria-label={label} tabIndex={-1}>
      <header class="card-head">
        <AnswerHead answering={props.answering} nowMs={props.nowMs} />
        <IconButton icon={X} label={i18n.t("ui.close")} onClick={onClose} />
      </header>
      <Answer {...props} />
    </div>
  );
}
