import type { Overrule, OverruleField } from "../schema/overrule.ts";
import { isDanger, type PostKind, type Triage } from "../schema/triage.ts";
import type { TriageSettings } from "../schema/triage-settings.ts";
import { moodMark, priorityOf } from "./priority.ts";
import { routeOf } from "./route.ts";

type Said = Partial<Pick<Triage, OverruleField>>;

/** Whom a person calls so, waits. */
const awaited: ReadonlySet<PostKind> = new Set(["question", "request", "complaint", "threat"]);

function labelOf(sentiment: number): Triage["sentimentLabel"] {
  return sentiment > moodMark ? "positive" : sentiment < -moodMark ? "negative" : "neutral";
}

/**
 * What triage said of a post with what people said laid over it. Priority and route follow the corrected scores unless they were overruled
 * themselves. The reasons stay what triage saw. `waitingMinutes`: age of the post when it was first seen.
 */
export function overruled(scored: Triage, overrules: readonly Overrule[], waitingMinutes: number, settings: TriageSettings): Triage {
  if (overrules.length === 0) return scored;
  const said: Said = Object.fromEntries(overrules.map(({ field, value }) => [field, value]));
  const asks = said.kind !== undefined && awaited.has(said.kind);
  const fields = {
    ...{ ...scored, ...said, ...(said.sentiment !== undefined && { sentimentLabel: labelOf(said.sentiment) }) },
    ...(asks && { answerability: 1 }),
    ...(said.hazard !== undefined && { danger: Number(isDanger(said.hazard)) }),
  };
  const route = routeOf(fields, settings);
  return {
    ...fields,
    priority: said.priority ?? priorityOf(fields, waitingMinutes, settings.weights),
    // What led to its route may lie in the part of a long post that only a device has read.
    route: said.route ?? (route === routeOf(scored, settings) ? scored.route : route),
  };
}

/** The overrules after one more; `value` null takes the field's back. */
export function withOverrule(
  overrules: readonly Overrule[],
  scored: Pick<Triage, OverruleField>,
  { field, value }: { readonly field: OverruleField; readonly value: Overrule["value"] | null },
  by: Overrule["by"],
  at: string,
): Overrule[] {
  const others = overrules.filter((overrule) => overrule.field !== field);
  return value === null ? others : [...others, { field, value, was: scored[field], by, at }];
}

/** What triage said before anybody overruled it, as far as a device can tell from the outcome. */
export function withoutOverrules(triage: Triage, overrules: readonly Overrule[], waitingMinutes: number, settings: TriageSettings): Triage {
  if (overrules.length === 0) return triage;
  const was: Said = Object.fromEntries(overrules.map(({ field, was }) => [field, was]));
  const fields = { ...triage, ...was, ...(was.sentiment !== undefined && { sentimentLabel: labelOf(was.sentiment) }) };
  return {
    ...fields,
    priority: was.priority ?? priorityOf(fields, waitingMinutes, settings.weights),
    route: was.route ?? routeOf(fields, settings),
  };
}
