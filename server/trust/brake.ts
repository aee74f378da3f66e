import type { BrakeRules, BrakeSigns } from "../../lib/schema/brake.ts";

/** How the brake stands as the server keeps it. */
export interface BrakeState {
  readonly rules: BrakeRules;
  /** Null: the community takes posts. `isByItself`: nobody put it on. `calmSince`: since when hardly anything came; null while something did. */
  readonly brake: { readonly since: string; readonly isByItself: boolean; readonly calmSince: string | null } | null;
}

/** What is to be done now; `calm`: only that is to be remembered. */
export type BrakeMove = { readonly do: "stop" } | { readonly do: "go" } | { readonly do: "calm"; readonly since: string | null };

const signsOf = ({ complaints, wrong, copies }: BrakeSigns): number => complaints + wrong + copies;

/** Whether what an hour showed is reason to stop. */
export function isTooMuch({ percent, least }: Pick<BrakeRules, "percent" | "least">, signs: BrakeSigns): boolean {
  const count = signsOf(signs);
  return count >= least && count * 100 >= percent * signs.answers;
}

/**
 * The rule by which the brake comes on and goes off by itself; null: nothing is to be done. It goes off by a lower mark than it comes on by: while the
 * community is stopped there are no answers to take a share of, so what came in the hour must stay under half of what stops it, for as long as the rules say.
 */
export function brakeMove({ rules, brake }: BrakeState, signs: BrakeSigns, nowMs: number): BrakeMove | null {
  if (brake === null) return rules.isOn && isTooMuch(rules, signs) ? { do: "stop" } : null;
  if (!brake.isByItself || rules.calmMinutes === null) return null;
  const isCalm = signsOf(signs) * 2 < rules.least;
  if (!isCalm) return brake.calmSince === null ? null : { do: "calm", since: null };
  if (brake.calmSince === null) return { do: "calm", since: new Date(nowMs).toISOString() };
  return nowMs - Date.parse(brake.calmSince) >= rules.calmMinutes * 60_000 ? { do: "go" } : null;
}
