import { Check } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { levels, levelText } from "../../lib/i18n/level-text.ts";
import { allowances, areLevelRules, type LevelRules, levelsOf } from "../../lib/schema/level-rules.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { useSaved } from "./use-saved.ts";

interface LevelRulesFormProps {
  /** As the workspace has them; a server of before has none. */
  rules: LevelRules | undefined;
  onSave: (rules: LevelRules) => Promise<unknown>;
}

type Typed = { readonly claims: readonly string[]; readonly from: LevelRules["from"] };

const typedOf = ({ claims, from }: LevelRules): Typed => ({ claims: claims.map(String), from });

/** The rules as they are typed; null while they are none. */
function read({ claims, from }: Typed): LevelRules | null {
  const rules = { claims: claims.map((text) => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN)), from };
  return areLevelRules(rules) ? rules : null;
}

/** What each level may, for who manages people to set. */
export function LevelRulesForm({ rules, onSave }: LevelRulesFormProps) {
  const [typed, setTyped] = useState(() => typedOf(levelsOf({ levels: rules })));
  const { said, forget, save } = useSaved();
  const usable = read(typed);
  const change = (next: Partial<Typed>) => {
    forget();
    setTyped({ ...typed, ...next });
  };
  return (
    <section class="stack level-rules" aria-labelledby="level-rules-title">
      <h2 id="level-rules-title">{i18n.t("levels.title")}</h2>
      <p class="quiet lead">{i18n.t("levels.hint")}</p>
      <Numbers claims={typed.claims} onClaims={(claims) => change({ claims })} />
      <Marks from={typed.from} onFrom={(from) => change({ from })} />
      {usable === null && <Notice tone="danger">{i18n.t("levels.wrong")}</Notice>}
      <div class="row">
        <Button icon={Check} off={usable === null} onClick={() => usable && void save(onSave(usable))}>
          {i18n.t("levels.save")}
        </Button>
      </div>
      {said && <Notice tone={said.tone}>{said.text}</Notice>}
    </section>
  );
}

function Numbers({ claims, onClaims }: { claims: readonly string[]; onClaims: (claims: readonly string[]) => void }) {
  return (
    <>
      {levels.map((level) => (
        <Field
          key={level}
          label={i18n.t("levels.postsOf", { level: levelText(level) })}
          value={claims[level] ?? ""}
          inputMode="numeric"
          onInput={(text) => onClaims(claims.map((each, at) => (at === level ? text : each)))}
        />
      ))}
    </>
  );
}

function Marks({ from, onFrom }: { from: LevelRules["from"]; onFrom: (from: LevelRules["from"]) => void }) {
  const options = [1, 2, 3, 4].map((level) => [String(level), level < 4 ? levelText(level) : i18n.t("levels.nobody")] as const);
  return (
    <>
      {allowances.map((what) => (
        <SelectField
          key={what}
          label={i18n.t("levels.fromLevel", { what: i18n.t(`levels.may.${what}`) })}
          value={String(from[what])}
          options={options}
          onPick={(level) => onFrom({ ...from, [what]: Number(level) })}
        />
      ))}
    </>
  );
}
