import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";

/** One optional line for staff before the post goes to them. */
export function HandOver({ onHand, onCancel }: { onHand: (note: string) => void; onCancel: () => void }) {
  const [note, setNote] = useState("");
  const hand = () => onHand(note.trim());
  return (
    <div class="stack">
      <Field
        label={i18n.t("answer.handOverWhy")}
        hint={i18n.t("answer.handOverHint")}
        value={note}
        onInput={(value) => setNote(value.slice(0, 280))}
        onEnter={hand}
      />
      <div class="row">
        <Button look="primary" onClick={hand}>
          {i18n.t("answer.handOver")}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {i18n.t("ui.cancel")}
        </Button>
      </div>
    </div>
  );
}
