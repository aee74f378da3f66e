import type { Route, Triage } from "../schema/triage.ts";
import type { TriageSettings } from "../schema/triage-settings.ts";

/** Angry or threatening: first line; technical: second line; else community. Only of what is shown, so that a corrected score counts too. */
export function routeOf(
  { anger, kind, technical }: Pick<Triage, "anger" | "kind" | "technical">,
  { thresholds }: Pick<TriageSettings, "thresholds">,
): Route {
  if (kind === "threat" || anger >= thresholds.anger.value) return "first_line";
  return technical >= thresholds.technical.value ? "second_line" : "community";
}
