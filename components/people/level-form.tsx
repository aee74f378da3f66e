import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { MemberRow } from "../../lib/schema/people.ts";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Field } from "../ui/field.tsx";
import { levelHint, levels, levelText } from "./person-facts.ts";

interface LevelFormProps {
  member: Pick<MemberRow, "level" | "levelReason">;
  off: boolean;
  onSet: (level: number, reason: string) => void;
  onCancel: () => void;
}

/** As many characters as a reason may have. */
const longestReason = 200;

/** How far a member is trusted, by hand; it needs a reason. */
export function LevelForm({ member, off, onSet, onCancel }: LevelFormProps) {
  const [level, setLevel] = useState(member.level);
  const [reason, setReason] = useState(member.levelReason ?? "");
  const [isMissing, setMissing] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("input:checked")?.focus(), []);
  const set = () => {
    if (off) return;
    setMissing(reason.trim() === "");
    if (reason.trim() === "") form.current?.querySelector<HTMLElement>(".field input")?.focus();
    else onSet(level, reason.trim());
  };
  return (
    <div ref={form} class="stack">
      <Choice
        label={i18n.t("members.setTrust")}
        value={String(level)}
        options={levels.map((each) => ({ value: String(each), text: levelText(each), hint: levelHint(each) }))}
        onPick={(value) => setLevel(Number(value))}
      />
      <Field
        label={i18n.t("members.reason")}
        hint={i18n.t("members.reasonHint")}
        problem={isMissing ? i18n.t("members.reasonMissing") : null}
        value={reason}
        onInput={(text) => setReason(text.slice(0, longestReason))}
        onEnter={set}
      />
      <div class="row">
        <Button off={off} onClick={set}>
          {i18n.t("members.setTrust")}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {i18n.t("ui.cancel")}
        </Button>
      </div>
    </div>
  );
}
