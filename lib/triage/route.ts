import { type Hazard, isDanger, type Route, type Triage } from "../schema/triage.ts";
import type { TriageSettings } from "../schema/triage-settings.ts";

/** What it speaks of sends it to the first line, whatever anger says. */
export const isForStaff = (hazard: Hazard): boolean => isDanger(hazard) || hazard === "legal";

/** Dangerous, angry or threatening: first line; technical: second line; else community. Only of what is shown, so that a corrected score counts too. */
export function routeOf(
  { anger, kind, technical, hazard = "none" }: Pick<Triage, "anger" | "kind" | "technical"> & Partial<Pick<Triage, "hazard">>,
  { thresholds }: Pick<TriageSettings, "thresholds">,
): Route {
  if (isForStaff(hazard) || kind === "threat" || anger >= thresholds.anger.value) return "first_line";
  return technical >= thresholds.technical.value ? "second_line" : "community";
}
