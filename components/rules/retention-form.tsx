import { Check } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { isRetention, isShorter, type Retention, usualRetention } from "../../lib/schema/retention.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { Question } from "../ui/question.tsx";
import { useSaved } from "./use-saved.ts";

interface RetentionFormProps {
  /** As the workspace has it; a server of before has none. */
  retention: Retention | undefined;
  onSave: (retention: Retention) => Promise<unknown>;
}

const kinds = ["closed", "unanswered"] as const satisfies readonly (keyof Retention)[];
type Typed = Readonly<Record<keyof Retention, string>>;

/** The days as they are typed; null while they are none. */
function read(typed: Typed): Retention | null {
  const days = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);
  const retention = { closed: days(typed.closed), unanswered: days(typed.unanswered) };
  return isRetention(retention) ? retention : null;
}

/** How long posts are kept; fewer days ask first, as what is older is deleted for good. */
export function RetentionForm({ retention = usualRetention, onSave }: RetentionFormProps) {
  const [typed, setTyped] = useState<Typed>({ closed: String(retention.closed), unanswered: String(retention.unanswered) });
  const [isAsked, setAsked] = useState(false);
  const { said, forget, save } = useSaved();
  const usable = read(typed);
  const send = () => {
    setAsked(false);
    if (usable !== null) void save(onSave(usable));
  };
  return (
    <section class="stack" aria-labelledby="retention-title">
      <h2 id="retention-title">{i18n.t("retention.title")}</h2>
      <p class="quiet lead">{i18n.t("retention.hint")}</p>
      {kinds.map((kind) => (
        <Field
          key={kind}
          label={i18n.t(`retention.${kind}`)}
          hint={i18n.t(`retention.${kind}Hint`)}
          value={typed[kind]}
          inputMode="numeric"
          onInput={(text) => {
            forget();
            setAsked(false);
            setTyped({ ...typed, [kind]: text });
          }}
        />
      ))}
      {usable === null && <Notice tone="danger">{i18n.t("retention.wrong")}</Notice>}
      {isAsked && (
        <Question
          text={i18n.t("retention.ask")}
          sure={i18n.t("retention.sure")}
          off={usable === null}
          onSure={send}
          onCancel={() => setAsked(false)}
        />
      )}
      {!isAsked && (
        <div class="row">
          <Button icon={Check} off={usable === null} onClick={() => (usable && isShorter(usable, retention) ? setAsked(true) : send())}>
            {i18n.t("retention.save")}
          </Button>
        </div>
      )}
      {said && <Notice tone={said.tone}>{said.text}</Notice>}
    </section>
  );
}
