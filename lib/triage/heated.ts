import type { Triage } from "../schema/triage.ts";
import type { TriageSettings } from "../schema/triage-settings.ts";
import { routeOf } from "./route.ts";

/**
 * Angry, threatening or technical by what triage and people said of it: somebody to be answered in one's own words. Where the post waits does not
 * matter, since staff also get what was only left waiting.
 */
export function isHeated(triage: Triage, settings: Pick<TriageSettings, "thresholds">): boolean {
  return triage.route !== "community" || triage.threat >= settings.thresholds.threat.value || routeOf(triage, settings) !== "community";
}
