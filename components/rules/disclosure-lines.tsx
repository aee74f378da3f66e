import { useEffect, useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { languageText } from "../../lib/i18n/language-text.ts";
import { primaryLanguage } from "../../lib/schema/language.ts";
import type { DisclosureGap, ReplyPolicy, Workspace } from "../../lib/schema/workspace.ts";
import { shippedLanguages } from "../../lib/suggest/disclosure/shipped.ts";
import { lineFor, type SpeakingSide } from "../../lib/suggest/disclosure.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { useTyped } from "../ui/use-typed.ts";

type Disclosures = Pick<ReplyPolicy, "disclosures" | "staffDisclosures">;

export interface DisclosureLinesProps {
  workspace: Workspace;
  rules: Disclosures;
  onLines: (lines: Disclosures) => void;
  /** In which languages replies went out without words of the workspace's. */
  readGaps: () => Promise<readonly DisclosureGap[]>;
}

const fields = [
  { side: "customer", name: "disclosures", label: "byAdvocates" },
  { side: "brand", name: "staffDisclosures", label: "byStaff" },
] as const satisfies readonly { side: SpeakingSide; name: keyof Disclosures; label: string }[];

/** Without `lang`: the words that are shipped. */
const without = (lines: Readonly<Record<string, string>>, lang: string) =>
  Object.fromEntries(Object.entries(lines).filter(([other]) => other !== lang));

/** What replies say of the tie to the brand: a row for each language, a field for each side. */
export function DisclosureLines({ workspace, rules, onLines, readGaps }: DisclosureLinesProps) {
  const [gaps, setGaps] = useState<readonly DisclosureGap[]>([]);
  const [added, setAdded] = useState<readonly string[]>([]);
  useEffect(() => {
    // Without the server the rules can be read all the same.
    readGaps().then(setGaps, () => {});
  }, [readGaps]);
  const set = Object.keys({ ...rules.disclosures, ...rules.staffDisclosures });
  const languages = [...new Set([...shippedLanguages, ...set, ...gaps.map(({ lang }) => lang), ...added])];
  const change = (name: keyof Disclosures, lang: string, text: string) => {
    const others = without(rules[name] ?? {}, lang);
    onLines({
      disclosures: rules.disclosures,
      staffDisclosures: rules.staffDisclosures,
      [name]: text === "" ? others : { ...others, [lang]: text },
    });
  };
  const open = gaps.filter(
    ({ lang, side }) =>
      lineFor({ ...workspace, answering: workspace.answering && { ...workspace.answering, ...rules } }, side, lang) === null,
  );
  return (
    <section class="stack" aria-label={i18n.t("answering.disclosures")}>
      <h2>{i18n.t("answering.disclosures")}</h2>
      <p class="hint">{i18n.t("answering.disclosuresHint")}</p>
      {open.length > 0 && <Gaps gaps={open} />}
      {languages.map((lang) => (
        <div key={lang} class="disclosure-row">
          {fields.map(({ side, name, label }) => (
            <LineField
              key={name}
              lang={lang}
              label={i18n.t(`answering.${label}`, { language: languageText(lang) ?? lang })}
              value={rules[name]?.[lang] ?? ""}
              shipped={lineFor({ ...workspace, answering: undefined }, side, lang)}
              onChange={(text) => change(name, lang, text)}
            />
          ))}
        </div>
      ))}
      <AddLanguage onAdd={(lang) => setAdded([...added, lang])} />
    </section>
  );
}

function Gaps({ gaps }: { gaps: readonly DisclosureGap[] }) {
  return (
    <Notice>
      <p>{i18n.t("answering.gaps")}</p>
      <ul>
        {gaps.map(({ lang, side, replies }) => (
          <li key={`${lang} ${side}`}>
            {i18n.t("answering.gap", replies, {
              language: i18n.t(side === "brand" ? "answering.byStaff" : "answering.byAdvocates", { language: languageText(lang) ?? lang }),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

interface LineFieldProps {
  lang: string;
  label: string;
  value: string;
  /** The words that replies carry while the field is empty: those that ship with Fanswer. */
  shipped: string | null;
  onChange: (text: string) => void;
}

function LineField({ lang, label, value, shipped, onChange }: LineFieldProps) {
  const id = useId();
  const [shown, setShown] = useTyped(value);
  return (
    <div class="field grow">
      <label class="field-label" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="input"
        dir="auto"
        lang={lang}
        maxLength={100}
        value={shown}
        placeholder={shipped ?? i18n.t("answering.noWords")}
        autocomplete="off"
        onInput={(event) => setShown(event.currentTarget.value)}
        onChange={(event) => onChange(event.currentTarget.value.trim())}
      />
    </div>
  );
}

function AddLanguage({ onAdd }: { onAdd: (lang: string) => void }) {
  const [tag, setTag] = useState("");
  const lang = primaryLanguage(tag.trim());
  const isWrong = tag.trim() !== "" && lang === null;
  const add = () => {
    if (lang === null) return;
    onAdd(lang);
    setTag("");
  };
  return (
    <Field
      label={i18n.t("answering.addLanguage")}
      hint={i18n.t("knowledge.langHint")}
      problem={isWrong ? i18n.t("answering.languageWrong") : null}
      value={tag}
      onInput={setTag}
    >
      <Button off={lang === null} onClick={add}>
        {i18n.t("addPost.add")}
      </Button>
    </Field>
  );
}
