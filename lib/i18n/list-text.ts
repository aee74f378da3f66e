import { i18n } from "#i18n";
import { isolate } from "./isolate.ts";

/** Each word set apart, in the order of the sentence that the list will be part of: begun by a mark of its direction. */
function list(words: readonly string[], between: string): string {
  const mark = i18n.t("ui.direction") === "rtl" && words.length > 0 ? "\u200f" : "";
  return mark + words.map(isolate).join(between);
}

/** Quoted words for a sentence that opens and ends the quotation: `pairing”, “firmware`. */
export const quotedList = (words: readonly string[]): string => list(words, i18n.t("ui.between"));

/** Words with commas between them. */
export const commaList = (words: readonly string[]): string => list(words, ", ");

/** Quoted words with their quotation marks, to stand alone: `“pairing”, “firmware”`; empty when there is none. */
export const quotedText = (words: readonly string[]): string =>
  words.length === 0 ? "" : i18n.t("ui.quoted", { words: quotedList(words) });
