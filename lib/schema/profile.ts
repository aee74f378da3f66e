import * as v from "valibot";
import { AlertChoices, Call, mostCalls } from "./alert-choices.ts";
import { NewBadges } from "./badges.ts";
import { Label } from "./keywords.ts";
import { mostOf } from "./limits.ts";
import { OwnProposal, shownProposals } from "./proposals.ts";
import { Timestamp } from "./timestamp.ts";

/** Labels of keywords whose posts a member knows much about. */
export const Topics = v.pipe(v.array(Label), v.maxLength(mostOf.topics));

/** A break: until a time, or (null) until the member says so. */
export const Away = v.object({ until: v.nullable(Timestamp) });
export type Away = v.InferOutput<typeof Away>;

/** What a member says of themselves; nobody gets it but they and who manages people. */
export const Profile = v.object({
  /** Primary tags of the languages that they answer in; null: as each of their browsers says. */
  languages: v.nullable(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/))), v.minLength(1), v.maxLength(20))),
  topics: Topics,
  /** Null while they take part; also a break that is over counts as none. */
  away: v.nullable(Away),
  /** What they want of alerts; null: none. Left out by a server that knows of none. */
  alerts: v.optional(v.nullable(AlertChoices)),
  /** What became of their latest proposals for the record, the latest first. Left out by a server that knows of none. */
  proposals: v.optional(v.pipe(v.array(OwnProposal), v.maxLength(shownProposals))),
  /** What they were called to, the latest first. */
  calls: v.optional(v.pipe(v.array(Call), v.maxLength(mostCalls))),
  /** Badges that they earned and do not know of yet, the earliest first. */
  newBadges: v.optional(NewBadges),
});
export type Profile = v.InferOutput<typeof Profile>;

/** Whether a member takes a break at this moment of the server's time, epoch ms. */
export const takesBreak = ({ profile }: { readonly profile?: Profile | undefined }, atMs: number): boolean =>
  breakLasts(profile?.away ?? null, atMs);

/** Whether a break lasts at this moment of the server's time, epoch ms; null is none. */
export function breakLasts(away: Away | null, atMs: number): boolean {
  return away !== null && (away.until === null || Date.parse(away.until) > atMs);
}

/** By how much earlier the turn of a post comes for a member who knows its topic, in minutes. See docs/decisions/0052. */
export const topicMinutes = 20;
/** Among how many posts, the first in turn, such a post is looked for. */
export const topicWindow = 50;
