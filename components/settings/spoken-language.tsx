import { i18n } from "#i18n";
import { spoken } from "../../lib/i18n/spoken.ts";
import { type InterfaceLanguage, interfaceLanguages } from "../../lib/schema/interface-language.ts";
import { SelectField } from "../ui/select-field.tsx";

/** Each is named in itself, so that whoever reads nothing else finds it. */
const ownName = (language: InterfaceLanguage): string => new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;

/** Which language the extension speaks on this device; every open page of it follows at once. */
export function SpokenLanguage({ onSpeak }: { onSpeak: (language: InterfaceLanguage | null) => void }) {
  return (
    <SelectField
      label={i18n.t("settings.speaks")}
      hint={i18n.t("settings.speaksHint")}
      value={spoken.value?.language ?? ""}
      options={[["", i18n.t("theme.browser")], ...interfaceLanguages.map((language) => [language, ownName(language), language] as const)]}
      onPick={(value) => onSpeak(interfaceLanguages.find((each) => each === value) ?? null)}
    />
  );
}
