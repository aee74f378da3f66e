export const hazardCues = ["safety", "self_harm", "violence", "fraud", "legal", "noise", "relief"] as const;
export type HazardCue = (typeof hazardCues)[number];

/** What a cue speaks for. `mood` runs from -3 to 3, the others from 0 to 1. */
export type CueScore = HazardCue | "mood" | "anger" | "urgency" | "technical" | "complaint" | "threat" | "question" | "request" | "praise";

/** Words of one weight, separated by spaces; `_` joins the words of a phrase. */
export type CueRow = readonly [weight: number, words: string];

/** The words of a language, written for this project. */
export type WordTable = { readonly [score in CueScore]?: readonly CueRow[] } & {
  /** Turn the mood of the words after them. */
  readonly negators: string;
  /** Make the next word weigh more. */
  readonly boosters: string;
  /** What comes after them weighs more than what came before. */
  readonly turns: string;
  /** Endings to try without, when a word is in no list. */
  readonly endings?: string;
  /** One-letter beginnings to try without. */
  readonly beginnings?: string;
};

/** The lists of a language for danger and noise. */
export type HazardCues = { readonly [cue in Exclude<HazardCue, "relief">]?: readonly CueRow[] };
