import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { type LevelTerms, levelHint, levels, levelText } from "../../lib/i18n/level-text.ts";
import type { MemberRow } from "../../lib/schema/people.ts";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Field } from "../ui/field.tsx";

interface LevelFormProps {
  member: Pick<MemberRow, "level" | "levelReason">;
  /** What levels may in this community. */
  terms: LevelTerms;
  off: boolean;
  /** Without a reason (null) the level follows what others find of their answers. */
  onSet: (level: number, reason: string | null) => void;
  onCancel: () => void;
}

/** As many characters as a reason may have. */
const longestReason = 200;

/** How far a member is trusted, by hand; it needs a reason. */
export function LevelForm({ member, terms, off, onSet, onCancel }: LevelFormProps) {
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
        options={levels.map((each) => ({ value: String(each), text: levelText(each), hint: levelHint(each, terms) }))}
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
      <FormButtons {...{ member, off, onSet, onCancel, set }} />
    </div>
  );
}

/** Besides what was chosen: back to what their answers say, where somebody chose. */
function FormButtons({ member, off, onSet, onCancel, set }: Omit<LevelFormProps, "terms"> & { set: () => void }) {
  return (
    <div class="row">
      <Button off={off} onClick={set}>
        {i18n.t("members.setTrust")}
      </Button>
      {member.levelReason !== null && (
        <Button off={off} onClick={() => onSet(member.level, null)}>
          {i18n.t("members.levelFollows")}
        </Button>
      )}
      <Button look="quiet" onClick={onCancel}>
        {i18n.t("ui.cancel")}
      </Button>
    </div>
  );
}
