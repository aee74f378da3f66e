import * as v from "valibot";

export const routes = ["community", "first_line", "second_line"] as const;
export const Route = v.picklist(routes);
export type Route = v.InferOutput<typeof Route>;

export const postKinds = ["question", "request", "complaint", "praise", "threat", "other"] as const;
export const PostKind = v.picklist(postKinds);
export type PostKind = v.InferOutput<typeof PostKind>;

/** What a post may speak of that must not wait for its turn; from most to least pressing. */
export const hazards = ["none", "self_harm", "violence", "safety", "fraud", "legal", "leaving"] as const;
export type Hazard = (typeof hazards)[number];

/** What a post is whose author expects no answer. */
export const noises = ["none", "ad", "giveaway", "job", "news", "passing", "chat", "bot", "competitor", "resale", "joke", "quote"] as const;
export type Noise = (typeof noises)[number];

/** Somebody may come to harm: staff see it at once, and no rule gives it back. */
export const dangers = ["self_harm", "violence", "safety", "fraud"] as const satisfies readonly Hazard[];
export const isDanger = (hazard: Hazard): boolean => (dangers as readonly Hazard[]).includes(hazard);

/** From here on somebody probably waits for an answer. */
export const waitsFrom = 0.3;

export const reasonCodes = [
  "self_harm",
  "violence",
  "safety",
  "fraud",
  "legal",
  "leaving",
  "ad",
  "giveaway",
  "job",
  "news",
  "resale",
  "bot",
  "question",
  "request",
  "complaint",
  "praise",
  "threat",
  "anger",
  "technical",
  "urgent",
  "negative",
  "positive",
  "reach",
  "unanswered",
  "waiting",
  "unknown_language",
  "keyword",
  "unsure",
  "rules_only",
] as const;

/** One thing a person can check: what was seen (`words` of the post or a fact's value) and how much it weighed. */
export const Reason = v.object({
  code: v.picklist(reasonCodes),
  words: v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(8)),
  /** The score it led to (0..1, sentiment -1..1) or a count (followers or views, minutes); null where there is none. */
  value: v.nullable(v.pipe(v.number(), v.minValue(-1), v.maxValue(Number.MAX_SAFE_INTEGER))),
});
export type Reason = v.InferOutput<typeof Reason>;

const Unit = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

export const Triage = v.object({
  /** BCP-47 primary tag, "unknown" when it cannot be told. */
  lang: v.pipe(v.string(), v.maxLength(35)),
  sentiment: v.pipe(v.number(), v.minValue(-1), v.maxValue(1)),
  sentimentLabel: v.picklist(["negative", "neutral", "positive", "unknown"]),
  anger: Unit,
  urgency: Unit,
  technical: Unit,
  complaint: Unit,
  /** How surely it threatens; from the workspace's threshold on the kind is `threat`. */
  threat: v.optional(Unit, 0),
  /** What it speaks of that must not wait. */
  hazard: v.optional(v.picklist(hazards), "none"),
  /** How surely somebody may come to harm. */
  danger: v.optional(Unit, 0),
  /** How likely somebody waits for an answer; of posts scored before this was asked, surely. */
  answerability: v.optional(Unit, 1),
  kind: PostKind,
  /** Coarse bucket: 0 unknown or under 100 readers, 1 under 1,000, 2 under 10,000, 3 under 100,000, 4 more. */
  reach: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)),
  /** 0..100; higher is answered first. */
  priority: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  route: Route,
  reasons: v.pipe(v.array(Reason), v.maxLength(12)),
});
export type Triage = v.InferOutput<typeof Triage>;
