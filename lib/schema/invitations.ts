import * as v from "valibot";
import { Brand } from "./brand.ts";
import { Id } from "./keywords.ts";
import { mostOf } from "./limits.ts";
import { Person, shownLine } from "./person.ts";
import { Role, RoleName } from "./roles.ts";
import { Timestamp } from "./timestamp.ts";
import { Languages } from "./wire.ts";
import { StartLevel } from "./workspace.ts";

/** What an invitation may be, and is when nothing is said: a week, for one. */
export const invitationBounds = { hours: { least: 1, most: 90 * 24, usual: 7 * 24 }, uses: { least: 1, most: 1_000, usual: 1 } } as const;
/** How long the code for one more device of one's own lives, in minutes. */
export const deviceCodeMinutes = 10;

const between = ({ least, most }: { readonly least: number; readonly most: number }) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const Note = v.pipe(shownLine(200), v.maxLength(200));

/** A note as others would see it; null for one that nobody could, or that is too long. */
export function readNote(text: string): string | null {
  const read = v.safeParse(Note, text);
  return (read.success && read.output) || null;
}

/** What is asked of a new invitation. `level`: the trust that an advocate begins with; `languages`: what those who join read. */
export const NewInvitation = v.object({
  role: Role,
  level: v.optional(StartLevel),
  languages: v.optional(Languages),
  hours: v.optional(between(invitationBounds.hours)),
  uses: v.optional(between(invitationBounds.uses)),
  note: v.optional(Note),
});
export type NewInvitation = v.InferOutput<typeof NewInvitation>;

/** An invitation that may still be used, as who manages people sees it. Its code is known to nobody but those who have it. */
export const OpenInvitation = v.object({
  id: Id,
  role: RoleName,
  level: StartLevel,
  languages: Languages,
  note: Note,
  /** Null: the server, or an operator. */
  by: v.nullable(Person),
  createdAt: Timestamp,
  expiresAt: Timestamp,
  uses: between(invitationBounds.uses),
  used: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(invitationBounds.uses.most)),
  /** Whose further device it lets in; null where it makes new members. */
  forMember: v.nullable(Person),
});
export type OpenInvitation = v.InferOutput<typeof OpenInvitation>;
export const OpenInvitations = v.pipe(v.array(OpenInvitation), v.maxLength(mostOf.invitations));

/** What somebody pasted: a link, or a code where the server is known. */
export const PastedInvitation = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500));

/** Whose community an invitation leads to, and at which server. */
export const InvitationFrom = v.object({
  name: v.string(),
  mark: Brand.entries.mark,
  /** The server's host, which is the one thing here that nobody can choose as they like. */
  host: v.string(),
  /** The forum whose accounts may join, and where they do; null: none may. */
  forum: v.nullable(v.object({ name: v.string(), link: v.pipe(v.string(), v.url()) })),
  /** What was pasted is the link to that page, and lets nobody in by itself. */
  onlyForum: v.boolean(),
});
export type InvitationFrom = v.InferOutput<typeof InvitationFrom>;

/** One of a member's own devices. */
export const OwnDevice = v.object({
  id: Id,
  /** Its browser and system, as it said; empty where it did not. */
  label: v.pipe(v.string(), v.maxLength(60)),
  addedAt: Timestamp,
  /** The day (UTC) on which it last asked for anything. */
  seenOn: v.nullable(v.pipe(v.string(), v.isoDate())),
  /** It is the one that asks. */
  isThis: v.boolean(),
});
export type OwnDevice = v.InferOutput<typeof OwnDevice>;
