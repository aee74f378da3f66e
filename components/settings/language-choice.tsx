import { i18n } from "#i18n";
import { languageText } from "../../lib/i18n/language-text.ts";
import { shippedLanguages } from "../../lib/suggest/disclosure/shipped.ts";
import { Button } from "../ui/button.tsx";
import { SomeOf } from "../ui/some-of.tsx";

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
  return (
    <div class="stack">
      <SomeOf
        label={i18n.t("settings.languages")}
        hint={i18n.t("settings.languagesHint")}
        all={all}
        chosen={chosen}
        least={1}
        onChange={onRead}
        say={(tag) => <span lang={i18n.t("ui.language")}>{languageText(tag)}</span>}
      />
      {own !== null && (
        <div class="row">
          <Button look="quiet" onClick={() => onRead(null)}>
            {i18n.t("settings.languagesBack")}
          </Button>
        </div>
      )}
    </div>
  );
}
