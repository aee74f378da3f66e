import { i18n } from "#i18n";
import { languageText } from "../../lib/i18n/language-text.ts";
import type { Workspace } from "../../lib/schema/workspace.ts";
import { shippedLanguages } from "../../lib/suggest/disclosure/shipped.ts";
import { SelectField } from "../ui/select-field.tsx";

interface AnswerLanguageProps {
  workspace: Workspace;
  language: string | null;
  onLanguage: (language: string | null) => void;
}

/** In which language posts are answered that do not tell their own: one of those that the workspace has words in. */
export function AnswerLanguage({ workspace, language, onLanguage }: AnswerLanguageProps) {
  const own = Object.keys({ ...workspace.answering?.disclosures, ...workspace.answering?.staffDisclosures });
  const tags = [...new Set([...shippedLanguages, ...own, ...(language === null ? [] : [language])])];
  return (
    <SelectField
      label={i18n.t("brand.language")}
      hint={i18n.t("brand.languageHint")}
      value={language ?? ""}
      options={[["", i18n.t("brand.noLanguage")], ...tags.map((tag) => [tag, languageText(tag) ?? tag] as const)]}
      onPick={(tag) => onLanguage(tag || null)}
    />
  );
}
