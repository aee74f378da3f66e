import { i18n } from "#i18n";
import { isolate } from "./isolate.ts";

/** Quoted words for a sentence that opens and ends the quotation: `pairing”, “firmware`. Each is set apart. */
export const quotedList = (words: readonly string[]): string => words.map(isolate).join(i18n.t("ui.between"));

/** Words with commas between them, each set apart. */
export const commaList = (words: readonly string[]): string => words.map(isolate).join(", ");

/** The same with its quotation marks, to stand alone: `“pairing”, “firmware”`; empty when there is none. */
export const quotedText = (words: readonly string[]): string =>
  words.length === 0 ? "" : i18n.t("ui.quoted", { words: quotedList(words) });
