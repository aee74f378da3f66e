/** What stands between words and times in a list that people type: the commas of their keyboards. */
export const comma = /[,،、，]/u;

/** Words typed with commas between them, as a list. */
export function splitWords(text: string): string[] {
  return text
    .split(comma)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}
