import { i18n } from "#i18n";
import { postLanguage } from "../../lib/schema/language.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { firstName } from "../../lib/suggest/names/first-name.ts";

/** What is said when an answer was posted. */
export function thanksText(mention: Mention): string {
  const { kind } = mention.triage;
  const who = firstName(mention.author, postLanguage(mention)) ?? i18n.t("ui.someone");
  return i18n.t(`composer.done.${kind === "threat" ? "other" : kind}`, { who });
}
