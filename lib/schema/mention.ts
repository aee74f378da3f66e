import * as v from "valibot";
import { Hits, Label } from "./keywords.ts";
import { draftStatuses, lease, mentionStatuses } from "./lifecycle.ts";
import { keptWords, longestMentionId, longestPostId, longestText, mostCounted, mostOf } from "./limits.ts";

export { mentionId } from "./limits.ts";

import { Overrule, overruleFields } from "./overrule.ts";
import { Person } from "./person.ts";
import { Author, maxExcerpt, Post, SiteId, Timestamp } from "./post.ts";
import { review, reviewReasons, reviewVerdicts } from "./reviewing.ts";
import { SecondLook } from "./second-look.ts";
import { Route, Triage } from "./triage.ts";

/** `site:postId`, the same on every device and on the server. */
export const MentionId = v.pipe(v.string(), v.maxLength(longestMentionId), v.regex(/^[a-z]+:[^\s]+$/));

const Text = v.pipe(v.string(), v.maxLength(longestText));
const Link = v.nullable(v.pipe(v.string(), v.maxLength(2000), v.startsWith("https://")));
const Excerpt = v.pipe(v.string(), v.maxLength(maxExcerpt));

/** What a device reports of a post that matched: nothing but this leaves it. */
export const Sighting = v.object({
  ...v.pick(Post, ["site", "permalink", "lang", "postedAt", "isReply", "partial", "counts"]).entries,
  postId: v.pipe(v.string(), v.minLength(1), v.maxLength(longestPostId)),
  author: Author,
  excerpt: Excerpt,
  /** Empty where a member added the post by hand. */
  hits: Hits,
  /** Scored on the device over the whole text; the server scores the excerpt again and its result counts. */
  triage: Triage,
});
export type Sighting = v.InferOutput<typeof Sighting>;

export const Fence = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

export const Claim = v.object({
  holder: Person,
  /** Rises with every claim of this mention; a write with an older one fails. */
  fence: Fence,
  expiresAt: Timestamp,
  renewals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(lease.renewals)),
});
export type Claim = v.InferOutput<typeof Claim>;

/** What a reviewer said of a draft's very text. */
const ReviewVerdict = v.object({
  by: Person,
  verdict: v.picklist(reviewVerdicts),
  /** What the reviewer suggests instead; null otherwise. */
  text: v.nullable(Text),
});

const Review = v.object({
  /** Since when it waits for the next reviewer. */
  since: Timestamp,
  /** Approvals that are missing. */
  needs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(review.approvals)),
  /** What is missing is the word of somebody unlike the author. */
  needsUnlike: v.boolean(),
  /** No reviewer came in time: staff is asked for. */
  forStaff: v.boolean(),
  /** Why it was last sent back; null once it is sent again. */
  reason: v.nullable(v.picklist(reviewReasons)),
  verdicts: v.pipe(v.array(ReviewVerdict), v.maxLength(mostOf.verdicts)),
});

const Draft = v.object({
  text: Text,
  status: v.picklist(draftStatuses),
  author: Person,
  updatedAt: Timestamp,
  /** Null, or not there, as long as it was never sent for review. */
  review: v.optional(v.nullable(Review)),
});
export type Draft = v.InferOutput<typeof Draft>;

export const Reply = v.object({
  text: Text,
  /** Where it stands on the site; null when the member only confirmed it. */
  url: Link,
  proof: v.picklist(["seen", "confirmed"]),
  /** Whether the published words tell of the tie to the brand; not there when an older server kept it. */
  disclosed: v.optional(v.boolean()),
  author: Person,
  at: Timestamp,
});

export { dismissReasons } from "./lifecycle.ts";

/** What a post's author may sound like when they write again. */
export const moods = ["negative", "thanks", "other"] as const;

/** Of a post that a member wrote for: enough to know it by when it is gone. A character may be two of the units that a length counts. */
export const KeptFor = v.object({ author: Author, words: v.pipe(v.string(), v.maxLength(2 * keptWords)) });
export type KeptFor = v.InferOutput<typeof KeptFor>;

/** A later post by the same author in the same thread. */
export const FollowUp = v.object({
  mentionId: MentionId,
  postId: Sighting.entries.postId,
  excerpt: Sighting.entries.excerpt,
  url: Reply.entries.url,
  lang: Sighting.entries.lang,
});

/** A word of our own, such as the name of an operation. */
const Word = v.pipe(v.string(), v.maxLength(60));
const Detail = v.union([v.pipe(v.string(), v.maxLength(longestMentionId)), v.pipe(v.number(), v.minValue(-1), v.maxValue(mostCounted))]);

/** One thing that was done to a mention. */
export const HistoryEntry = v.object({
  at: Timestamp,
  /** Name of the member; null when a rule or the help desk did it. */
  who: v.nullable(Person.entries.name),
  action: Word,
  detail: v.pipe(v.record(Word, Detail), v.maxEntries(10)),
});
export type HistoryEntry = v.InferOutput<typeof HistoryEntry>;

/** Why somebody handed a mention on. */
export const Note = v.pipe(v.string(), v.maxLength(280));

/** What newcomers would do with a post until somebody else says so too: set it aside, hand it to staff, bring it back. */
export const wishes = ["dismiss", "route", "reopen"] as const;
export type Wish = (typeof wishes)[number];

const Opinion = v.object({
  wish: v.picklist(wishes),
  /** The reason, or the line of staff; empty for bringing back. */
  value: Word,
  /** What the newcomer says about it to staff. */
  note: v.nullable(Note),
  /** It is the opinion of the member who asks. */
  isMine: v.boolean(),
});
export type Opinion = v.InferOutput<typeof Opinion>;

/** A post that matched, shared with the workspace: one row of the queue. */
export const Mention = v.object({
  id: MentionId,
  site: SiteId,
  ...v.pick(Sighting, ["postId", "permalink"]).entries,
  author: Author,
  ...v.pick(Sighting, ["excerpt", "partial", "lang", "postedAt"]).entries,
  firstSeenAt: Timestamp,
  /** When the first answer is due. */
  dueAt: Timestamp,
  labels: v.pipe(v.array(Label), v.maxLength(mostOf.labels)),
  /** No keyword stands in it: a member added it. */
  byHand: v.optional(v.boolean()),
  /** What triage said, with the overrules laid over it. */
  triage: Triage,
  /** What people said of it instead. */
  overrules: v.optional(v.pipe(v.array(Overrule), v.maxLength(overruleFields.length)), []),
  status: v.picklist(mentionStatuses),
  /** Where it is now; begins as the triage's route, a person may have moved it. */
  route: Route,
  claim: v.nullable(Claim),
  draft: v.nullable(Draft),
  reply: v.nullable(Reply),
  /** What a second reader found of the reply; null for those whom it does not concern, and from servers of before. */
  secondLook: v.optional(v.nullable(SecondLook)),
  /** The member of staff who should take care of it. */
  assignee: v.optional(v.nullable(Person), null),
  /** The mention that stands for this one, while it is set aside as the same. */
  mergedInto: v.optional(v.nullable(MentionId), null),
  /** The author's latest later post. */
  followUp: v.optional(v.nullable(v.object({ text: Text, url: Link, mood: v.picklist(moods), at: Timestamp })), null),
  /** Why it was dismissed, or handed to staff by a person; null otherwise. */
  note: v.nullable(Note),
  /** What newcomers would do with it; null or not there: nothing. */
  opinions: v.optional(v.nullable(v.pipe(v.array(Opinion), v.maxLength(mostOf.opinions)))),
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});
export type Mention = v.InferOutput<typeof Mention>;
