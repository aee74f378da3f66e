import * as v from "valibot";
import { Zone } from "./clock.ts";
import { longestMentionId } from "./limits.ts";
import { Timestamp } from "./timestamp.ts";

/** A kind by its name: of a newer version it may be one that this does not know. */
const KindName = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
const KindNames = v.pipe(v.array(KindName), v.maxLength(40));

const MinuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60 - 1));

export const mostPerHour = 20;

/** What a member wants of alerts. That they are there at all is the member's consent to them. */
export const AlertChoices = v.object({
  /** Kinds that they do not want. */
  off: KindNames,
  /** From and to which minute of their day nothing is told; null: none. Over midnight `from` is the later one. */
  quiet: v.nullable(v.object({ from: MinuteOfDay, to: MinuteOfDay })),
  /** Where their day is: an IANA name. */
  zone: Zone,
  /** How many are told in an hour at most, but for the urgent ones. */
  perHour: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostPerHour)),
});
export type AlertChoices = v.InferOutput<typeof AlertChoices>;

/** What somebody gets who has said nothing else. */
export const usualChoices = (zone: string): AlertChoices => ({ off: [], quiet: { from: 22 * 60, to: 7 * 60 }, zone, perHour: 6 });

/** Which minute of the day it is in a zone. */
function minuteIn(zone: string, atMs: number): number {
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, hour: "numeric", minute: "numeric", hourCycle: "h23" }).formatToParts(atMs);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return of("hour") * 60 + of("minute");
}

/** Whether a member wants to be left alone at this moment, epoch ms. */
export function isQuiet({ quiet, zone }: Pick<AlertChoices, "quiet" | "zone">, atMs: number): boolean {
  if (quiet === null || quiet.from === quiet.to) return false;
  const minute = minuteIn(zone, atMs);
  const { from, to } = quiet;
  return from < to ? from <= minute && minute < to : from <= minute || minute < to;
}

/** What the workspace says of alerts. */
export const AlertRules = v.object({
  /** Kinds that nobody gets. */
  off: KindNames,
  /** Kinds that connected chats hear too. */
  chats: KindNames,
});
export type AlertRules = v.InferOutput<typeof AlertRules>;
export const noAlertRules: AlertRules = { off: [], chats: [] };

/** The server calls the member to a post or a draft. */
export const Call = v.object({ mentionId: v.pipe(v.string(), v.maxLength(longestMentionId)), kind: KindName, at: Timestamp });
export type Call = v.InferOutput<typeof Call>;

/** How many of the calls to a member their devices are told, the latest: more wait for nobody. */
export const mostCalls = 20;
