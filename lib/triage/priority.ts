import { isDanger, type Triage, waitsFrom } from "../schema/triage.ts";
import type { TriageSettings } from "../schema/triage-settings.ts";
import { together } from "./together.ts";

/** What of a post's scores decides how pressing it is. */
export type Rated = Pick<Triage, "sentiment" | "anger" | "urgency" | "technical" | "complaint" | "kind" | "reach"> &
  Partial<Pick<Triage, "hazard" | "danger" | "answerability">>;

/** Danger goes before everything; what may be danger, before what is only pressing. */
const leastOfDanger = 90;
const leastOfMaybe = 60;
const maybeFrom = 0.3;
/** How much of its priority a post loses for which surely nobody waits; it loses nothing from where somebody may. */
const unasked = 0.6;

/** A mood nearer to 0 than this is neutral. */
export const moodMark = 0.2;

/** Waiting weighs more and more until then: the usual time to the first answer. */
const fullWaitMinutes = 120;
const widestReach = 4;

/** Whole minutes since the post; 0 when its time is unknown or lies ahead. */
export function minutesSince(postedAt: string | null, atMs: number): number {
  const minutes = (atMs - Date.parse(postedAt ?? "")) / 60_000;
  return Number.isFinite(minutes) ? Math.max(0, Math.floor(minutes)) : 0;
}

/** How much of a full wait has passed, 0..1. */
export const waitShare = (waitingMinutes: number): number => Math.min(1, waitingMinutes / fullWaitMinutes);

/**
 * 0..100, higher is answered first: 100 (1 - product of (1 - weight * part)) over the parts of docs/triage.md, each 0..1; less where nobody waits, at
 * least 90 in danger. Only of what is
 * shown, so that it can be worked out anew when a person corrects a score. `waitingMinutes`: age of the post when it was first seen.
 */
export function priorityOf(rated: Rated, waitingMinutes: number, weights: TriageSettings["weights"]): number {
  const { kind, sentiment, anger, urgency, technical, complaint, reach, hazard = "none", danger = 0, answerability = 1 } = rated;
  const ofKind = kind === "complaint" || kind === "other" ? 0 : weights[kind];
  const least = isDanger(hazard) ? leastOfDanger : danger >= maybeFrom ? leastOfMaybe : 0;
  const pressing = Math.round(
    100 *
      (1 - unasked * (1 - Math.min(1, answerability / waitsFrom))) *
      together(
        ofKind,
        weights.urgency * urgency,
        weights.anger * anger,
        weights.complaint * complaint,
        weights.sentiment * Math.max(0, -sentiment),
        weights.technical * technical,
        (weights.reach * reach) / widestReach,
        weights.age * waitShare(waitingMinutes),
      ),
  );
  return Math.max(least, pressing);
}

/**
 * What a point of the queue's priority is worth, in seconds of waiting. It is written into the indexes of the server's queue: another number needs a step
 * of the schema.
 */
export const secondsPerPoint = 72;

/** The priority in the server's points, to a tenth: the server takes the queue by `first seen - points * secondsPerPoint`, in the order of `turnMs`. */
export function queuePriority(priority: number, patienceMinutes: number): number {
  return Math.round((10 * priority * patienceMinutes * 60) / 100 / secondsPerPoint) / 10;
}

/**
 * When a post's turn comes, epoch ms: the queue is taken in this order. The moment it was first seen, and sooner by up to the workspace's
 * patience the more pressing it is. So a pressing post passes calm ones that came a while before, equal ones keep the order of their
 * coming, and nothing that comes more than the patience later passes anything: no post waits for ever. It never changes while a post waits.
 */
export function turnMs(firstSeenMs: number, priority: number, patienceMinutes: number): number {
  return firstSeenMs - (priority / 100) * patienceMinutes * 60_000;
}
