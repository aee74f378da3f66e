import { Check, PencilLine, Undo2 } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { oneLine, personName } from "../../lib/i18n/mention-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { reviewReasons } from "../../lib/schema/reviewing.ts";
import { Area } from "../ui/area.tsx";
import { Button } from "../ui/button.tsx";
import { Menu } from "../ui/menu.tsx";
import type { ReviewActions, ReviewStep } from "./actions.ts";
import { DifferenceText } from "./difference-text.tsx";
import { reviewText } from "./review-text.ts";

interface ReviewWorkProps {
  mention: Mention;
  actions: ReviewActions;
  step: ReviewStep;
  onStep: (step: ReviewStep) => void;
}

/** Somebody's draft, and the three things a reviewer can say of it, each with its key. */
export function ReviewWork({ mention, actions, step, onStep }: ReviewWorkProps) {
  const { draft } = mention;
  if (!draft) return null;
  const reasons = reviewReasons.map((reason) => ({
    key: reason,
    text: i18n.t(`review.reason.${reason}`),
    onPick: () => void actions.sendBack(mention, reason),
  }));
  const suggest = (edit: string) => {
    onStep(null);
    void actions.suggest(mention, edit);
  };
  return (
    <section class="stack">
      <h3>
        {i18n.t("panel.draftBy", { who: oneLine(personName(draft.author), 40) })} <span class="quiet">· {reviewText(draft)}</span>
      </h3>
      {step === "edit" ? (
        <OtherWords key={draft.text} text={draft.text} onSend={suggest} onCancel={() => onStep(null)} />
      ) : (
        <>
          <p class="post-text kept-text" dir="auto">
            {draft.text}
          </p>
          <div class="row">
            <Button look="primary" icon={Check} shortcut="y" onClick={() => void actions.approve(mention)}>
              {i18n.t("review.approve")}
            </Button>
            <Button icon={PencilLine} shortcut="g" onClick={() => onStep("edit")}>
              {i18n.t("review.suggest")}
            </Button>
            <Menu
              label={i18n.t("review.sendBackWhy")}
              look="plain"
              icon={Undo2}
              shortcut="b"
              open={step === "sendBack"}
              onToggle={(open) => onStep(open ? "sendBack" : null)}
              items={reasons}
            >
              {i18n.t("review.sendBack")}
            </Menu>
          </div>
        </>
      )}
    </section>
  );
}

function OtherWords({ text, onSend, onCancel }: { text: string; onSend: (edit: string) => void; onCancel: () => void }) {
  const [edit, setEdit] = useState(text);
  const isSame = edit.trim() === text.trim() || edit.trim() === "";
  return (
    <>
      <Area label={i18n.t("review.edit")} hint={i18n.t("review.editHint")} value={edit} rows={5} onInput={setEdit} />
      {!isSame && <DifferenceText before={text} after={edit} />}
      <div class="row">
        <Button look="primary" off={isSame} onClick={() => onSend(edit.trim())}>
          {i18n.t("review.sendEdit")}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {i18n.t("ui.cancel")}
        </Button>
      </div>
    </>
  );
}
