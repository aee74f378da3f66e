import { i18n } from "#i18n";
import { languageText } from "../../lib/i18n/language-text.ts";
import { shippedLanguages } from "../../lib/suggest/disclosure/shipped.ts";
import { Button } from "../ui/button.tsx";

interface LanguageChoiceProps {
  /** As the member said, as primary tags; null: nothing. */
  own: readonly string[] | null;
  browser: readonly string[];
  onRead: (languages: readonly string[] | null) => void;
}

/** In which languages posts are offered first. One is always left. */
export function LanguageChoice({ own, browser, onRead }: LanguageChoiceProps) {
  const chosen = own ?? browser;
  // Posts in the languages that Fanswer itself speaks are most likely.
  const all = [...new Set([...browser, ...chosen, ...shippedLanguages])];
  const toggle = (tag: string) => {
    const next = chosen.includes(tag) ? chosen.filter((other) => other !== tag) : [...chosen, tag];
    if (next.length > 0) onRead(next);
  };
  return (
    <fieldset class="choice">
      <legend class="field-label">{i18n.t("settings.languages")}</legend>
      <p class="hint">{i18n.t("settings.languagesHint")}</p>
      <div class="language-list">
        {all.map((tag) => (
          <label key={tag} class="choice-option">
            <input
              type="checkbox"
              checked={chosen.includes(tag)}
              disabled={chosen.length === 1 && chosen.includes(tag)}
              onChange={() => toggle(tag)}
            />
            <span lang={i18n.t("ui.language")}>{languageText(tag)}</span>
          </label>
        ))}
      </div>
      {own !== null && (
        <div class="row">
          <Button look="quiet" onClick={() => onRead(null)}>
            {i18n.t("settings.languagesBack")}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
