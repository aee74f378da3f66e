import { dangerMinutes } from "../../lib/clock/first-answer.ts";
import { dangers } from "../../lib/schema/triage.ts";
import { later } from "./moments.ts";

const list = dangers.map((hazard) => `'${hazard}'`).join(", ");

/**
 * For an UPDATE of mentions m to another triage (SQL of a jsonb): the clock of danger, as `sooner` of lib/clock has it, for a post that is found to
 * speak of it only now. It never gives time back.
 */
export function dangerClock(triage: string): string {
  const sooner = (column: string, minutes: number) =>
    `${column} = CASE WHEN ${triage} ->> 'hazard' IN (${list}) THEN least(m.${column}, ${later("m.first_seen_at", `${minutes} minutes`)}) ELSE m.${column} END`;
  return [sooner("due_at", dangerMinutes.due), sooner("warn_at", dangerMinutes.warn)].join(", ");
}
