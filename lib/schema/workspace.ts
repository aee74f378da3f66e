import * as v from "valibot";
import { AlertRules } from "./alert-choices.ts";
import { Brake, BrakeRules } from "./brake.ts";
import { Brand, Language } from "./brand.ts";
import { Calibration } from "./calibration.ts";
import { ClockSettings, defaultClock } from "./clock.ts";
import { Id } from "./keywords.ts";
import { LevelRules } from "./level-rules.ts";
import { longestAsked, longestMentionId, longestName, longestSource, longestText, mostCounted, mostOf } from "./limits.ts";
import { LookRules } from "./look-rules.ts";
import { Timestamp } from "./post.ts";
import { Profile } from "./profile.ts";
import { Retention } from "./retention.ts";
import { RoleName } from "./roles.ts";
import { Day } from "./timestamp.ts";
import { PostKind, postKinds } from "./triage.ts";
import { defaultTriageSettings } from "./triage-defaults.ts";
import { TriageSettings } from "./triage-settings.ts";

const Name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestName));

/** One line of text that replies may hold. */
export const Line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));
const Disclosures = v.pipe(v.record(Language, Line), v.maxEntries(mostOf.disclosures));

/** What replies of this workspace must keep to. */
export const ReplyPolicy = v.object({
  /** What customers say of their tie to the brand, by language; where one is missing, what is shipped for it. */
  disclosures: Disclosures,
  /** The same for who works for the brand. Left out by a device that does not know of it: then it stays as it is. */
  staffDisclosures: v.optional(Disclosures),
  /** Words and phrases that no reply may hold. */
  bannedWords: v.pipe(v.array(Line), v.maxLength(500)),
  /** Domains that replies may link to, with those under them; empty: any. */
  allowedDomains: v.pipe(v.array(v.pipe(Line, v.toLowerCase(), v.regex(/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u))), v.maxLength(200)),
  /** How an order number looks: `#` for a digit, `@` for a letter, the rest as it stands; null: not looked for. */
  orderNumber: v.nullable(
    v.pipe(
      v.string(),
      v.trim(),
      v.regex(/^[\p{L}\p{N}@# -]{4,30}$/u),
      v.check((form) => (form.match(/[#@]/g) ?? []).length >= 3),
    ),
  ),
  /** How the brand speaks, for drafts of a language model. */
  voice: v.pipe(v.string(), v.trim(), v.maxLength(1000)),
  /** Whether the workspace's language model writes drafts. */
  machineDrafts: v.boolean(),
});
export type ReplyPolicy = v.InferOutput<typeof ReplyPolicy>;

export const noReplyPolicy: ReplyPolicy = {
  disclosures: {},
  bannedWords: [],
  allowedDomains: [],
  orderNumber: null,
  voice: "",
  machineDrafts: false,
};

export const Workspace = v.object({
  id: Id,
  name: Name,
  /** What customers said of their tie to the brand before that had a language; it still counts in the language that it is written in. */
  disclosure: v.pipe(v.string(), v.maxLength(100)),
  triage: v.nullish(TriageSettings, defaultTriageSettings),
  /** Null until staff judged a first post. */
  calibration: v.nullish(Calibration, null),
  clock: v.optional(ClockSettings, defaultClock),
  answering: v.optional(ReplyPolicy),
  /** Which published answers get a second look; a server of before does not say. */
  looks: v.optional(LookRules),
  /** The community is stopped; null, or not there: it is not. */
  brake: v.optional(v.nullable(Brake)),
  /** When that comes by itself; a server of before does not say. */
  brakeRules: v.optional(BrakeRules),
  /** What each level may; a server of before does not say. */
  levels: v.optional(LevelRules),
  /** How long posts are kept; a server of before does not say. */
  retention: v.optional(Retention),
  /** Left out by a server that does not know of it. */
  brand: v.optional(Brand),
  alerts: v.optional(AlertRules),
});
export type Workspace = v.InferOutput<typeof Workspace>;

export const Member = v.object({
  id: Id,
  name: Name,
  role: RoleName,
  /** Trust level 0..3. */
  level: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3)),
  /** Only in the own row, and not from a server of before. */
  profile: v.optional(Profile),
});
export type Member = v.InferOutput<typeof Member>;

/** The trust that an invitation may give: none, or that of somebody known. More comes by evidence. */
export const StartLevel = v.picklist([0, 1]);
export type StartLevel = v.InferOutput<typeof StartLevel>;

/** An answer on record; the source of suggestions. Placeholders: {author} or {firstName}, {product}, {link}. */
export const KnowledgeItem = v.object({
  id: Id,
  lang: v.pipe(v.string(), v.maxLength(35)),
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  /** Words and questions that lead to it. */
  topics: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(50)),
  answer: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2000)),
  link: v.nullable(v.pipe(v.string(), v.maxLength(2000), v.url(), v.startsWith("https://"))),
  /** Kinds of posts that it answers; left out or empty: all but praise and threats. */
  kinds: v.optional(v.pipe(v.array(PostKind), v.maxLength(postKinds.length))),
  /** The last day on which it is offered; null, or not there: it holds until somebody changes it. */
  validUntil: v.optional(v.nullable(Day)),
  /** Who proposed it, or wrote it first: their id; null: nobody who is still here. Only the server says it. */
  owner: v.optional(v.nullable(Id)),
  /** When the answer was given in the forum that it was taken over from; not there for one that was written here. */
  answeredAt: v.optional(Timestamp),
  /** True when it was taken out; devices then forget it. */
  removed: v.optional(v.boolean()),
});
export type KnowledgeItem = v.InferOutput<typeof KnowledgeItem>;

/** A knowledge item as somebody writes it. */
export const WrittenItem = v.omit(KnowledgeItem, ["removed", "owner", "answeredAt"]);

/** A row of a file as a knowledge item, or the field that cannot be read. */
export function readItem(value: unknown): { readonly item: KnowledgeItem } | { readonly field: string } {
  const read = v.safeParse(WrittenItem, value);
  return read.success ? { item: read.output } : { field: v.getDotPath(read.issues[0])?.split(".", 1)[0] ?? "" };
}

/** What is wrong with the rules for replies, by field; empty when nothing is. */
export function replyPolicyProblems(answering: ReplyPolicy): readonly string[] {
  const read = v.safeParse(ReplyPolicy, answering);
  return read.success ? [] : [...new Set(read.issues.map((issue) => v.getDotPath(issue)?.split(".", 1)[0] ?? ""))];
}

/** A language model as an admin sees it; the key never comes back. */
export const LanguageModel = v.object({
  /** Where it answers, without /chat/completions. */
  address: v.pipe(v.string(), v.trim(), v.maxLength(500), v.url(), v.regex(/^https?:\/\//)),
  model: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  hasKey: v.boolean(),
});
export type LanguageModel = v.InferOutput<typeof LanguageModel>;

/** Replies to posts in a language in which the workspace had no words for the tie to the brand. */
export const DisclosureGap = v.object({
  lang: Language,
  side: v.picklist(["customer", "brand"]),
  replies: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostCounted)),
});
export type DisclosureGap = v.InferOutput<typeof DisclosureGap>;

const verdicts = ["accepted", "edited", "rejected"] as const;

/** What a suggestion comes from: a knowledge item's id, or `reply/` and the id of the mention that it once answered. */
export const Source = v.pipe(v.string(), v.minLength(1), v.maxLength(longestSource));

/** What a post was answered with, or what a suggestion for it was worth: where later suggestions come from. It names nobody. */
export const Precedent = v.object({
  id: v.pipe(v.string(), v.maxLength(longestMentionId + 1 + longestSource)),
  lang: v.pipe(v.string(), v.maxLength(35)),
  kind: PostKind,
  /** Terms of the post. */
  asked: v.pipe(v.string(), v.maxLength(longestAsked)),
  /** Source of the suggestion that it is about; null for an answer of one's own. */
  source: v.nullable(Source),
  verdict: v.picklist(verdicts),
  /** The reply with {author} for the name and without the disclosure; null for a rejection. */
  answer: v.nullable(v.pipe(v.string(), v.maxLength(longestText))),
  /** Taken back: to be forgotten. */
  removed: v.optional(v.boolean()),
  at: Timestamp,
});
export type Precedent = v.InferOutput<typeof Precedent>;

/** An invitation as the admin who made it sees it. `link` is shown once and never stored. */
export const Invitation = v.object({
  link: v.pipe(v.string(), v.maxLength(2000), v.url()),
  code: v.pipe(v.string(), v.maxLength(100)),
  role: RoleName,
  expiresAt: Timestamp,
});
export type Invitation = v.InferOutput<typeof Invitation>;
