import { useEffect, useId, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { Button } from "./button.tsx";

interface QuestionProps {
  /** What will happen. */
  text: string;
  /** What the button does. */
  sure: string;
  off: boolean;
  onSure: () => void;
  onCancel: () => void;
}

/** Asks before what cannot be taken back. It begins at the way out, so that a second press on the same key does nothing. */
export function Question({ text, sure, off, onSure, onCancel }: QuestionProps) {
  const id = useId();
  const buttons = useRef<HTMLDivElement>(null);
  useEffect(() => buttons.current?.querySelector<HTMLElement>("button:last-of-type")?.focus(), []);
  return (
    <div class="stack" role="alertdialog" aria-label={sure} aria-describedby={id}>
      <p id={id} class="prose">
        {text}
      </p>
      <div ref={buttons} class="row">
        <Button look="danger" off={off} onClick={onSure}>
          {sure}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {i18n.t("ui.cancel")}
        </Button>
      </div>
    </div>
  );
}
