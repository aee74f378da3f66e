import { i18n } from "#i18n";
import type { AlertKind } from "../schema/alerts.ts";
import { languageText } from "./language-text.ts";

/** What a kind of alert is called. */
export const alertTitle = (kind: AlertKind): string => i18n.t(`alerts.kind.${kind}`);

interface Said {
  readonly kind: AlertKind;
  /** Primary tag; null: it does not matter. */
  readonly language: string | null;
  readonly count: number;
}

/** What there is, as one sentence for all of a group. */
export function alertText({ kind, language, count }: Said): string {
  const name = languageText(language);
  const inLanguage = kind === "post" || kind === "review";
  if (inLanguage && name !== null) return i18n.t(`alerts.in.${kind}`, count, { language: name });
  return i18n.t(`alerts.said.${kind}`, count);
}
