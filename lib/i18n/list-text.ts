import { i18n } from "#i18n";
import { isolate } from "./isolate.ts";

/** Quoted words for a sentence that opens and ends the quotation: `pairing”, “firmware`. Each is set apart. */
export const quotedList = (words: readonly string[]): string => words.map(isolate).join(i18n.t("ui.between"));

/** Words with commas between them, each set apart. */
export const commaList = (words: readonly string[]): string => words.map(isolate).join(", ");
