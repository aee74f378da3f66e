import { maxOwnWords, patienceBounds, type TriageSettings, wordScores } from "../../lib/schema/triage-settings.ts";
import { type OwnWordProblem, ownWordProblem } from "../../lib/triage/own-words.ts";
import { type Edits, startEdits, stateOf, step } from "../ui/edits.ts";

/** What an admin edits: all but the version. */
export type Rules = Omit<TriageSettings, "version">;

export type RuleEdits = Edits<Rules>;

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export const startRules = ({ version, ...rules }: TriageSettings): RuleEdits => startEdits(version, rules);

export function changeRules(edits: RuleEdits, next: Rules): RuleEdits {
  return isSame(next, stateOf(edits)) ? edits : step(edits, next);
}

/** How many single settings differ from what is live. */
export function ruleChangeCount(edits: RuleEdits): number {
  const count = (a: unknown, b: unknown): number =>
    isGroup(a) && isGroup(b) ? Object.keys(a).reduce((sum, key) => sum + count(a[key], b[key]), 0) : Number(!isSame(a, b));
  return count(edits.base, stateOf(edits));
}

/** `mine` where it differs from `base`, else `theirs`. */
function merged(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (!isGroup(base) || !isGroup(mine) || !isGroup(theirs)) return isSame(base, mine) ? theirs : mine;
  return Object.fromEntries(Object.keys(theirs).map((key) => [key, merged(base[key], mine[key], theirs[key])]));
}

/** The same edits on top of what somebody else, or the night, made live meanwhile. */
export function rebase(edits: RuleEdits, live: TriageSettings): RuleEdits {
  const start = startRules(live);
  return changeRules(start, merged(edits.base, stateOf(edits), start.base) as Rules);
}

export interface RuleProblem {
  readonly code: OwnWordProblem | "too_many";
  readonly word: string;
}

/** What is wrong with the words of a score; null when all can be met. */
export function wordsProblem(words: readonly string[]): RuleProblem | null {
  if (words.length > maxOwnWords) return { code: "too_many", word: "" };
  for (const word of words) {
    const code = word.length > 60 ? "too_long" : ownWordProblem(word);
    if (code !== null) return { code, word };
  }
  return null;
}

export const isPatience = (minutes: number): boolean =>
  Number.isInteger(minutes) && minutes >= patienceBounds.leastMinutes && minutes <= patienceBounds.mostMinutes;

/** True when the server would take them. */
export function canPush({ words, patienceMinutes }: Rules): boolean {
  return isPatience(patienceMinutes) && wordScores.every((score) => wordsProblem(words[score]) === null);
}
