import { Check } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { levelText } from "../../lib/i18n/level-text.ts";
import { areLookRules, type LookRules, usualLookRules } from "../../lib/schema/look-rules.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { useSaved } from "./use-saved.ts";

interface LookRulesFormProps {
  /** As the workspace has them; a server of before has none. */
  looks: LookRules | undefined;
  onSave: (looks: LookRules) => Promise<unknown>;
}

const levels = ["1", "2", "3"] as const;

/** The rules as they are typed; null while they are none. */
function read(typed: readonly string[], fromLevel: string): LookRules | null {
  const looks = { oneIn: typed.map((text) => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN)), fromLevel: Number(fromLevel) };
  return areLookRules(looks) ? looks : null;
}

/** Which published answers somebody else looks at again, and who. */
export function LookRulesForm({ looks = usualLookRules, onSave }: LookRulesFormProps) {
  const [typed, setTyped] = useState(looks.oneIn.map(String));
  const [fromLevel, setFromLevel] = useState(String(looks.fromLevel));
  const { said, forget, save } = useSaved();
  const usable = read(typed, fromLevel);
  return (
    <section class="stack look-rules">
      <h2>{i18n.t("answering.looks.title")}</h2>
      <p class="quiet lead">{i18n.t("answering.looks.hint")}</p>
      {levels.map((level, at) => (
        <Field
          key={level}
          label={i18n.t("answering.looks.oneIn", { level: levelText(at + 1) })}
          value={typed[at] ?? ""}
          inputMode="numeric"
          onInput={(text) => {
            forget();
            setTyped(typed.map((each, place) => (place === at ? text : each)));
          }}
        />
      ))}
      <SelectField
        label={i18n.t("answering.looks.from")}
        value={fromLevel}
        options={levels.map((level) => [level, levelText(Number(level))] as const)}
        onPick={(level) => {
          forget();
          setFromLevel(level);
        }}
      />
      {usable === null && <Notice tone="danger">{i18n.t("answering.looks.wrong")}</Notice>}
      <div class="row">
        <Button icon={Check} off={usable === null} onClick={() => usable && void save(onSave(usable))}>
          {i18n.t("answering.looks.save")}
        </Button>
      </div>
      {said && <Notice tone={said.tone}>{said.text}</Notice>}
    </section>
  );
}
