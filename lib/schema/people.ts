import * as v from "valibot";
import { mostCounted } from "./limits.ts";
import { Timestamp } from "./post.ts";
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

/** A member as who manages people sees them. */
export const MemberRow = v.object({
  ...Member.entries,
  standing: Standing,
  /** Why an admin set the level by hand; null where nobody did. */
  levelReason: v.nullable(Because),
  /** Primary tags of what they read on any of their devices. */
  languages: Languages,
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
