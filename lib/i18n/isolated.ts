/** Letters that are written from right to left (Hebrew, Arabic and their neighbours), and marks that turn the direction. */
const turning = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

/** Whether each isolate that the text opens ends in it, and it ends none that it did not open. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const mark of text.match(/[\u2066-\u2069]/g) ?? []) {
    open += mark === "\u2069" ? -1 : 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/**
 * A text set apart from the sentence around it (between Unicode's FSI and PDI): its first letter decides its direction, and it moves nothing beside
 * it. Left as it is where nothing could move: in a sentence from left to right, a text without letters from right to left.
 */
export function isolated(text: string, isRtl: boolean): string {
  if (text === "" || !(isRtl || turning.test(text))) return text;
  return `\u2068${isBalanced(text) ? text : text.replace(/[\u2066-\u2069]/g, "")}\u2069`;
}
