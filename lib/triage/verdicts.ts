import type { Overrule, OverruleField } from "../schema/overrule.ts";
import { dangers, isDanger, type Triage } from "../schema/triage.ts";
import { type Cause, causes, type TriageSettings } from "../schema/triage-settings.ts";
import { isForStaff } from "./route.ts";

/** What staff said of one cause for which a post goes to them. */
export interface Verdict {
  readonly cause: Cause;
  /** What triage gave it, 0..1. */
  readonly score: number;
  /** Triage sent it to staff for this cause. */
  readonly sent: boolean;
  /** Staff said, or showed, that the cause was there. */
  readonly holds: boolean;
  readonly source: "said" | "answered";
}

/** What is known of a post when staff have looked at it. */
export interface Looked {
  /** What triage itself said. */
  readonly scored: Triage;
  readonly overrules: readonly Overrule[];
  /** Staff sent it back to the community by hand. */
  readonly sentBack: boolean;
  readonly answeredByStaff: boolean;
}

const fieldOf: Readonly<Record<Cause, OverruleField>> = { danger: "hazard", anger: "anger", threat: "kind", technical: "technical" };

/** The causes for which triage sent it to staff. */
function sentFor(
  { route, kind, anger, hazard = "none" }: Triage,
  { anger: { value: mark } }: TriageSettings["thresholds"],
): ReadonlySet<Cause> {
  if (route === "second_line") return new Set(["technical"]);
  if (route === "community") return new Set();
  // Thresholds move: what went to the first line, is no threat and speaks of nothing for staff, went for its anger.
  const isAngry = anger >= mark || (kind !== "threat" && !isForStaff(hazard));
  return new Set<Cause>([
    ...(isDanger(hazard) ? (["danger"] as const) : []),
    ...(kind === "threat" ? (["threat"] as const) : []),
    ...(isAngry ? (["anger"] as const) : []),
  ]);
}

/**
 * The verdicts that follow from what staff did, by the rules of docs/triage.md: what they said of the score counts first, then of the route;
 * an answer by staff without either counts as a quiet yes. Taking a post says nothing.
 */
export function verdictsOf({ scored, overrules, sentBack, answeredByStaff }: Looked, thresholds: TriageSettings["thresholds"]): Verdict[] {
  const said = new Map(overrules.map(({ field, value }) => [field, value]));
  const sentCauses = sentFor(scored, thresholds);
  return causes.flatMap((cause): Verdict[] => {
    const sent = sentCauses.has(cause);
    const verdict = (holds: boolean, source: Verdict["source"] = "said") => [{ cause, score: scored[cause], sent, holds, source }];
    const value = said.get(fieldOf[cause]);
    if (cause === "threat" && (sent || value === "threat") && value !== undefined) return verdict(value === "threat");
    if (cause === "danger" && value !== undefined) return verdict((dangers as readonly unknown[]).includes(value));
    if (typeof value === "number") return verdict(value >= thresholds[cause].value);
    if (!sent) return [];
    const route = said.get("route");
    if (route !== undefined) return route === "community" ? verdict(false) : route === scored.route ? verdict(true) : [];
    if (sentBack) return verdict(false);
    return answeredByStaff ? verdict(true, "answered") : [];
  });
}
