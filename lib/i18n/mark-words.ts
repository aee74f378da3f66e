/** What the marks of this page say, as the background sent it, from `mark-texts.ts`. */
export const marks: { texts: Readonly<Record<string, string>> } = { texts: {} };
