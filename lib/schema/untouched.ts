import type { Mention } from "./mention.ts";

/** A mention that nobody has done anything with: what every new one begins as. */
export const untouched = {
  claim: null,
  draft: null,
  reply: null,
  note: null,
  overrules: [],
  assignee: null,
  mergedInto: null,
  followUp: null,
} satisfies Partial<Mention>;
