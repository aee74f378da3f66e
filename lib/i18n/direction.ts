import { i18n } from "#i18n";

/** The direction in which the interface's language is written. */
export function interfaceDirection(): "ltr" | "rtl" {
  return i18n.t("ui.direction") === "rtl" ? "rtl" : "ltr";
}
