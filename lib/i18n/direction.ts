import { i18n } from "#i18n";

/** The direction in which the interface's language is written. */
export function interfaceDirection(): "ltr" | "rtl" {
  return i18n.t("ui.direction") === "rtl" ? "rtl" : "ltr";
}

/** Handles, tags and links are Latin in every language. */
const ofNoLanguage = /[@＠#][\p{L}\p{N}_.-]+|https?:\/\/\S+/gu;
const rtlLetter = /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}]/u;

/** The direction in which a post is written: that of its first letter, handles and links left out. */
export function textDirection(text: string): "ltr" | "rtl" {
  const letter = /\p{L}/u.exec(text.replace(ofNoLanguage, " "))?.[0] ?? "";
  return rtlLetter.test(letter) ? "rtl" : "ltr";
}
