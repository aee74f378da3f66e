import * as v from "valibot";
import { Id } from "./keywords.ts";
import { SiteId, Timestamp } from "./post.ts";

/** So many posts of an author go with one operation; the rest with the next. */
export const postsPerErasure = 1_000;
/** So many receipts are listed, the latest first. */
export const listedErasures = 200;
/** So many tickets at help desks are named. */
export const namedTickets = 100;

const Short = v.pipe(v.string(), v.maxLength(200));
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Somebody by their handle, or by a link to their profile or to a post that is held. `site` says where a handle is from; a link says so itself. */
export const AuthorRef = v.strictObject({ site: SiteId, author: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2_000)) });
export type AuthorRef = v.InferOutput<typeof AuthorRef>;

/** What is held of an author. */
export const AuthorHeld = v.object({
  /** The handle that was understood. */
  handle: Short,
  site: SiteId,
  posts: Count,
  isListed: v.boolean(),
});
export type AuthorHeld = v.InferOutput<typeof AuthorHeld>;

/** What is counted on a receipt. */
export const erasedKinds = [
  "posts",
  "drafts",
  "replies",
  "sightings",
  "follow_ups",
  "deliveries",
  "calls",
  "precedents",
  "quotes",
  "log_lines",
] as const;
export type ErasedKind = (typeof erasedKinds)[number];

/** What was erased: no name is in it. */
export const Receipt = v.object({
  number: Id,
  at: Timestamp,
  /** Empty: somebody who is not a member any more. */
  by: Short,
  counts: v.pipe(v.record(v.picklist(erasedKinds), Count), v.maxEntries(erasedKinds.length)),
  isListed: v.boolean(),
});
export type Receipt = v.InferOutput<typeof Receipt>;

/** `left`: posts that are still to go. `tickets`: those that stand at help desks, where they are to be deleted by hand. */
export const Erased = v.object({
  receipt: Receipt,
  left: Count,
  tickets: v.pipe(v.array(v.object({ desk: Short, ticket: Short })), v.maxLength(namedTickets)),
});
export type Erased = v.InferOutput<typeof Erased>;

/** So many requests of authors wait at most. */
export const openRequests = 500;

const Line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500));

/** What an author writes into the form of the public page. */
export const DataRequestForm = v.object({
  site: SiteId,
  author: Line,
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500)), ""),
});

/** It waits for an admin; nobody has checked who wrote it. */
export const DataRequest = v.object({
  id: Id,
  site: SiteId,
  author: v.pipe(v.string(), v.maxLength(500)),
  note: v.pipe(v.string(), v.maxLength(500)),
  at: Timestamp,
});
export type DataRequest = v.InferOutput<typeof DataRequest>;
