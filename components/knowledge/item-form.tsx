import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { timeText } from "../../lib/i18n/moment-text.ts";
import { type KnowledgeItem, readItem } from "../../lib/schema/workspace.ts";
import { Area } from "../ui/area.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { splitWords } from "../ui/words.ts";

interface ItemFormProps {
  item: KnowledgeItem;
  busy: boolean;
  /** What the button says; left out: that it saves. */
  saveText?: string;
  onSave: (item: KnowledgeItem) => void;
  onRemove?: (() => void) | undefined;
  onCancel: () => void;
}

/** One answer on record, to be changed. */
export function ItemForm({ item, busy, saveText, onSave, onRemove, onCancel }: ItemFormProps) {
  const [edited, setEdited] = useState(item);
  const [topics, setTopics] = useState(item.topics.join(", "));
  const [tried, setTried] = useState(false);
  const set = (change: Partial<KnowledgeItem>) => setEdited({ ...edited, ...change });
  const whole = readItem({ ...edited, topics: splitWords(topics) });
  const wrong = "field" in whole ? whole.field : null;
  const save = () => {
    if ("item" in whole) onSave(whole.item);
    else setTried(true);
  };
  const isForPraise = edited.kinds?.includes("praise") ?? false;
  return (
    <div class="stack item-form">
      {item.answeredAt && <p class="hint">{i18n.t("knowledge.fromForumHint", { time: timeText(item.answeredAt) })}</p>}
      <Field label={i18n.t("knowledge.title")} value={edited.title} onInput={(title) => set({ title })} />
      <Area
        label={i18n.t("knowledge.answer")}
        hint={i18n.t("knowledge.answerHint", { author: "{author}", link: "{link}", product: "{product}" })}
        rows={4}
        value={edited.answer}
        onInput={(answer) => set({ answer })}
      />
      <Field label={i18n.t("knowledge.topics")} hint={i18n.t("knowledge.topicsHint")} value={topics} onInput={setTopics} />
      <Field
        label={i18n.t("knowledge.link")}
        inputMode="url"
        value={edited.link ?? ""}
        problem={tried && wrong === "link" ? i18n.t("knowledge.linkWrong") : null}
        onInput={(link) => set({ link: link.trim() || null })}
      />
      <Field
        label={i18n.t("knowledge.lang")}
        hint={i18n.t("knowledge.langHint")}
        value={edited.lang}
        onInput={(lang) => set({ lang: lang.trim() })}
      />
      <Field
        label={i18n.t("knowledge.validUntil")}
        hint={i18n.t("knowledge.validUntilHint")}
        isDay
        value={edited.validUntil ?? ""}
        onInput={(day) => set({ validUntil: day || null })}
      />
      <label class="row">
        <input type="checkbox" checked={isForPraise} onChange={() => set({ kinds: isForPraise ? [] : ["praise"] })} />
        {i18n.t("knowledge.praise")}
      </label>
      {tried && wrong !== null && wrong !== "link" && <p data-tone="danger">{i18n.t("knowledge.missing")}</p>}
      <FormButtons busy={busy} saveText={saveText ?? i18n.t("knowledge.save")} onSave={save} onCancel={onCancel} onRemove={onRemove} />
    </div>
  );
}

interface FormButtonsProps extends Pick<ItemFormProps, "busy" | "onCancel" | "onRemove"> {
  saveText: string;
  onSave: () => void;
}

function FormButtons({ busy, saveText, onSave, onCancel, onRemove }: FormButtonsProps) {
  return (
    <div class="row">
      <Button look="primary" off={busy} onClick={onSave}>
        {busy ? i18n.t("knowledge.saving") : saveText}
      </Button>
      <Button look="quiet" onClick={onCancel}>
        {i18n.t("ui.cancel")}
      </Button>
      <span class="grow" />
      {onRemove && (
        <Button look="quiet" off={busy} onClick={onRemove}>
          {i18n.t("knowledge.remove")}
        </Button>
      )}
    </div>
  );
}
