import { i18n } from "#i18n";
import type { Overrule, OverruleField } from "../schema/overrule.ts";
import type { Hazard, PostKind, Route } from "../schema/triage.ts";
import { languageText } from "./language-text.ts";
import { numberText } from "./number-text.ts";

const readers = ["r0", "r1", "r2", "r3", "r4"] as const;

/** What a person would call a score: nothing, a little, or clearly so. */
const share = (value: number) => (value < 0.15 ? "none" : value < 0.35 ? "some" : "full");

/** A value of a field in words: `not angry`, `Complaint`, `over 1,000 readers`. */
export function overruleText({ field, value }: Pick<Overrule, "field" | "value">): string {
  const number = Number(value);
  switch (field) {
    case "kind":
      return i18n.t(`kind.${value as PostKind}`);
    case "hazard":
      return i18n.t(`overrule.hazard.${value as Hazard}`);
    case "route":
      return i18n.t(`route.${value as Route}`);
    case "lang":
      return languageText(String(value)) ?? i18n.t("panel.languageUnknown");
    case "reach":
      return i18n.t(`panel.readers.${readers[number] ?? "r0"}`);
    case "priority":
      return i18n.t(`overrule.priority.${number < 34 ? "low" : number < 67 ? "middle" : "high"}`);
    case "sentiment":
      return i18n.t(`overrule.sentiment.${number < -0.2 ? "negative" : number > 0.2 ? "positive" : "neutral"}`);
    default:
      return i18n.t(`overrule.${field}.${share(number)}`);
  }
}

const names: Readonly<Record<OverruleField, () => string>> = {
  kind: () => i18n.t("panel.kind"),
  hazard: () => i18n.t("panel.hazard"),
  route: () => i18n.t("panel.belongs"),
  anger: () => i18n.t("panel.anger"),
  urgency: () => i18n.t("panel.urgency"),
  technical: () => i18n.t("panel.technical"),
  complaint: () => i18n.t("panel.complaint"),
  sentiment: () => i18n.t("panel.sentiment"),
  lang: () => i18n.t("panel.language"),
  reach: () => i18n.t("panel.reach"),
  priority: () => i18n.t("panel.priority"),
};

/** What a field is called. */
export const fieldText = (field: OverruleField): string => names[field]();

/** A value of a field as triage gives it: scores as numbers, the rest in words. */
export function valueText(field: OverruleField, value: Overrule["value"]): string {
  if (field === "priority") return String(Math.round(Number(value)));
  if (field === "reach") return i18n.t(`reach.${readers[Number(value)] ?? "r0"}`);
  return typeof value === "number" ? numberText(value) : overruleText({ field, value });
}
