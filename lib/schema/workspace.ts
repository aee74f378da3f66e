import * as v from "valibot";
import { Calibration } from "./calibration.ts";
import { ClockSettings, defaultClock } from "./clock.ts";
import { Id } from "./keywords.ts";
import { Timestamp } from "./post.ts";
import { defaultTriageSettings, TriageSettings } from "./triage-settings.ts";

export const roles = ["advocate", "staff", "admin"] as const;
export const Role = v.picklist(roles);
export type Role = v.InferOutput<typeof Role>;

const Name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80));

export const Workspace = v.object({
  id: Id,
  name: Name,
  /** Said in every reply of a member: the tie to the brand. */
  disclosure: v.pipe(v.string(), v.maxLength(100)),
  triage: v.nullish(TriageSettings, defaultTriageSettings),
  /** Null until staff said something of a post. */
  calibration: v.nullish(Calibration, null),
  clock: v.optional(ClockSettings, defaultClock),
});
export type Workspace = v.InferOutput<typeof Workspace>;

export const Member = v.object({
  id: Id,
  name: Name,
  role: Role,
  /** Trust level 0..3. */
  level: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3)),
});
export type Member = v.InferOutput<typeof Member>;

/** Open claims a member may hold at once: 1 for newcomers, 3 for others, 10 for trusted ones and staff. */
export function claimLimit(member: Pick<Member, "role" | "level">): number {
  if (member.role !== "advocate" || member.level >= 3) return 10;
  return member.level === 0 ? 1 : 3;
}

/** An answer on record; the source of suggestions. Placeholders: {author}, {product}, {link}. */
export const KnowledgeItem = v.object({
  id: Id,
  lang: v.pipe(v.string(), v.maxLength(35)),
  title: v.pipe(v.string(), v.maxLength(200)),
  /** Words and questions that lead to it. */
  topics: v.pipe(v.array(v.string()), v.maxLength(50)),
  answer: v.pipe(v.string(), v.maxLength(2000)),
  link: v.nullable(v.pipe(v.string(), v.startsWith("https://"))),
});
export type KnowledgeItem = v.InferOutput<typeof KnowledgeItem>;

/** An invitation as the admin who made it sees it. `link` is shown once and never stored. */
export const Invitation = v.object({ link: v.pipe(v.string(), v.url()), code: v.string(), role: Role, expiresAt: Timestamp });
export type Invitation = v.InferOutput<typeof Invitation>;
