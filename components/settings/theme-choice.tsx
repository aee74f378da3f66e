import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { keepTheme, type OwnTheme, readTheme, themes } from "../../lib/page/own-theme.ts";
import { Choice } from "../ui/choice.tsx";

/** Light or dark for the extension's own pages; every open one follows at once. */
export function ThemeChoice({ kept = localStorage }: { kept?: Storage }) {
  const [theme, setTheme] = useState(() => readTheme(kept));
  const pick = (next: OwnTheme) => {
    keepTheme(document, kept, next);
    setTheme(next);
  };
  const options = themes.map((value) => ({ value, text: i18n.t(`theme.${value}`), hint: i18n.t(`theme.${value}Hint`) }));
  return <Choice<OwnTheme> label={i18n.t("theme.title")} value={theme} options={options} onPick={pick} />;
}
