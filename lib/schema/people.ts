import * as v from "valibot";
import { mostCounted } from "./limits.ts";
import { Timestamp } from "./post.ts";
import { Away, Topics } from "./profile.ts";
import { Role } from "./roles.ts";
import { Languages } from "./wire.ts";
import { Member } from "./workspace.ts";

/** Whether a member takes part. A paused one keeps the place, and is let in again as they were. */
export const standings = ["active", "paused"] as const;
const Standing = v.picklist(standings);

/** How the list of members may be sorted: by name, the latest first by when they joined or were last there, or those who hold most first. */
export const memberOrders = ["name", "joined", "seen", "claims"] as const;

/** Why somebody's level was set by hand, or a place paused: one line. */
export const Because = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostCounted));

const Amount = v.pipe(v.number(), v.minValue(0), v.maxValue(mostCounted));
/** What others found of a member's answers lately, see `RatedWork`. */
const Found = v.object({ rated: Amount, good: Amount, raters: Count, days: Count });

/** How a member's own level stands, and why. */
export const OwnLevel = v.object({
  level: Member.entries.level,
  /** It was set by hand, or comes with the role, and does not follow the evidence. */
  isGiven: v.boolean(),
  evidence: v.nullable(Found),
  /** When it falls by one unless it is earned again; null while it is safe. */
  fallsAt: v.nullable(Timestamp),
  /** How much their own words on others' answers weigh (0..1), and of how many that could be compared how many agreed; servers of before do not say. */
  rater: v.nullish(v.object({ weight: v.pipe(v.number(), v.minValue(0), v.maxValue(1)), compared: Count, agreed: Count }), null),
});
export type OwnLevel = v.InferOutput<typeof OwnLevel>;

/** A member as who manages people sees them. */
export const MemberRow = v.object({
  ...Member.entries,
  standing: Standing,
  /** Why an admin set the level by hand; null where it follows the evidence. */
  levelReason: v.nullable(Because),
  /** Left out by servers that count none. */
  evidence: v.nullish(Found, null),
  /** Primary tags of what they answer in: as they said, else what any of their devices says. */
  languages: Languages,
  /** What they say of themselves; servers of before did not say. */
  topics: v.optional(Topics, []),
  away: v.optional(v.nullable(Away), null),
  joinedAt: Timestamp,
  /** The day (UTC, as 2026-11-30) on which one of their devices last asked for anything; null when none did since that is kept. */
  seenOn: v.nullable(v.pipe(v.string(), v.isoDate())),
  /** Devices that are signed in. */
  devices: Count,
  /** Posts that they hold now. */
  claims: Count,
  /** Replies of theirs on record, and drafts of theirs that reviewers sent back. */
  answered: Count,
  sentBack: Count,
});
export type MemberRow = v.InferOutput<typeof MemberRow>;

/** How many members one answer lists. */
export const membersPerPage = 50;

/** Which members are asked for, from which place of the list on. */
export const MemberQuery = v.object({
  /** A part of the name, in any case; empty: any. */
  search: v.pipe(v.string(), v.trim(), v.maxLength(80)),
  role: v.nullable(Role),
  standing: v.nullable(Standing),
  order: v.picklist(memberOrders),
  from: Count,
});
export type MemberQuery = v.InferOutput<typeof MemberQuery>;

export const MemberPage = v.object({
  members: v.pipe(v.array(MemberRow), v.maxLength(membersPerPage)),
  /** How many there are in all that fit. */
  total: Count,
  /** Active members who manage people: the last one can be neither removed, paused nor given another role. */
  admins: Count,
});
export type MemberPage = v.InferOutput<typeof MemberPage>;
