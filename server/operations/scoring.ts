import { waitingStatus } from "../../lib/schema/lifecycle.ts";
import type { Triage } from "../../lib/schema/triage.ts";
import type { TriageSettings } from "../../lib/schema/triage-settings.ts";
import { overruled } from "../../lib/triage/overrules.ts";
import { minutesSince, queuePriority } from "../../lib/triage/priority.ts";
import type { MentionRow } from "../store/mentions.ts";
import { type Description, score } from "./description.ts";
import { checkMove } from "./rules.ts";

/** What a post's scores decide: its route, status and place in the queue. */
export interface Scoring extends Pick<MentionRow, "triage" | "scored" | "status" | "route"> {
  /** The queue is ordered by it: higher is served earlier. */
  readonly priority: number;
}

/** Whether a new score moves the post: only from the community to staff, and only while nobody has claimed or routed it. */
function escalates(row: MentionRow, route: MentionRow["route"]): boolean {
  return row.status === "open" && !row.routed_by_person && row.route === "community" && route !== "community";
}

/** Scores a post that is new. `said`: the device's score; `explained` adds what else is known. */
export function scoreFirst(
  post: Description,
  at: Date,
  settings: TriageSettings,
  said: Triage,
  explained: (scored: Triage) => Triage,
): Scoring {
  const triage = explained(score(post, at, settings, [said]));
  return {
    triage,
    scored: null,
    status: waitingStatus(triage.route),
    route: triage.route,
    priority: queuePriority(triage.priority, settings.patienceMinutes),
  };
}

/** Scores a post anew, with what people said laid over it. `others`: scores that may have read more of it; `explained` adds what else is known. */
export function scoreAnew(
  row: MentionRow,
  post: Description,
  settings: TriageSettings,
  others: readonly Triage[],
  explained: (scored: Triage) => Triage,
): Scoring {
  const scored = explained(score(post, row.first_seen_at, settings, others));
  const triage = overruled(scored, row.overrules, minutesSince(post.postedAt, row.first_seen_at.getTime()), settings);
  const { status, route } = escalates(row, triage.route) ? { status: waitingStatus(triage.route), route: triage.route } : row;
  checkMove(row.status, status);
  return {
    triage,
    scored: row.overrules.length > 0 ? scored : null,
    status,
    route,
    priority: queuePriority(triage.priority, settings.patienceMinutes),
  };
}
