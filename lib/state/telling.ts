import { type AlertChoices, isQuiet } from "../schema/alert-choices.ts";
import { alertKind } from "../schema/alerts.ts";
import type { AlertMemory } from "../store/meta.ts";
import { type Alert, type AlertGroup, groupAlerts } from "./alerts.ts";

export const nothingTold: AlertMemory = { told: {}, shownMs: [], last: null };

const hourMs = 3_600_000;
/** What is gone is remembered so long: a post that somebody gives back is no news. */
const rememberedMs = 24 * hourMs;
/** More than anybody is told of in a day; the oldest go first. */
const mostTold = 2_000;

/** Whether a moment lies within so long of now, on either side: the clock may have been set back since, or forth and back. */
const isNear = (atMs: number, nowMs: number, withinMs: number): boolean => Math.abs(nowMs - atMs) < withinMs;

function kept(told: AlertMemory["told"], alerts: readonly Alert[], nowMs: number): Record<string, number> {
  const current = new Set(alerts.map(({ key }) => key));
  const near = Object.entries(told).filter(([key, atMs]) => current.has(key) || isNear(atMs, nowMs, rememberedMs));
  return Object.fromEntries(near.sort(([, a], [, b]) => b - a).slice(0, mostTold));
}

/** What is to be shown now, as groups with all that still waits in them, and what is remembered then. */
export interface Telling {
  readonly show: readonly AlertGroup[];
  readonly memory: AlertMemory;
}

/**
 * Decides what a member is told: what is new, in groups, nothing in their quiet hours, and as often in an hour as they want; what does not fit now is told
 * later if it still waits. What is urgent is told even so, and counts.
 */
export function whatToTell(alerts: readonly Alert[], choices: AlertChoices, memory: AlertMemory, nowMs: number): Telling {
  const told = kept(memory.told, alerts, nowMs);
  const shownMs = memory.shownMs.filter((atMs) => isNear(atMs, nowMs, hourMs));
  const fresh = groupAlerts(alerts).filter((group) => group.alerts.some(({ key }) => !(key in told)));
  let room = choices.perHour - shownMs.length;
  const fits = ({ kind }: AlertGroup): boolean => {
    room -= 1;
    return room >= 0 || alertKind(kind).isUrgent;
  };
  const show = isQuiet(choices, nowMs) ? [] : fresh.filter(fits);
  const now = Object.fromEntries(show.flatMap((group) => group.alerts.map(({ key }) => [key, nowMs])));
  const [first] = show;
  return {
    show,
    memory: {
      told: { ...told, ...now },
      shownMs: [...shownMs, ...show.map(() => nowMs)],
      last: first ? { kind: first.kind, atMs: nowMs } : memory.last,
    },
  };
}
