import * as v from "valibot";
import { Mention } from "./mention.ts";

/** First five hex digits of the SHA-256 of a mention's id. It names about a millionth of all posts, so it does not say which was looked at. */
const Bucket = v.pipe(v.string(), v.regex(/^[0-9a-f]{5}$/));

/** Of a mention what its badge shows. */
export const MentionMark = v.pick(Mention, ["id", "status", "route", "dueAt", "claim"]);
export type MentionMark = v.InferOutput<typeof MentionMark>;

/** How many buckets one request may ask for. */
export const maxBuckets = 100;
/** How many posts one answer tells of; a bucket of a million posts holds one of them. */
export const maxMarks = 1000;

/** "Which posts of these buckets does the workspace know, and how far is it with them?" */
export const HandledRequest = v.object({
  protocol: v.pipe(v.number(), v.safeInteger()),
  buckets: v.pipe(v.array(Bucket), v.maxLength(maxBuckets)),
});
export const HandledResponse = v.object({
  protocol: v.pipe(v.number(), v.safeInteger()),
  found: v.pipe(v.array(MentionMark), v.maxLength(maxMarks)),
});
