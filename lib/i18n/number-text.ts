import { inOwnLanguage } from "./spoken.ts";

const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
const twoDigits = inOwnLanguage((language) => new Intl.NumberFormat(language, digits));

/** A score with two digits; its minus stays in front in a text that runs from right to left. */
export function numberText(value: number): string {
  return value < 0 ? `\u200e${twoDigits().format(value)}` : twoDigits().format(value);
}
