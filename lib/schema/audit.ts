import * as v from "valibot";

/** Lines of the log that are shown at once. */
export const linesPerPage = 50;
/** Among so many of the log's lines one page is looked for. */
export const linesLookedAt = 20_000;
/** The last lines, which the page has checked. */
export const linesChecked = 2_000;

const Instant = v.pipe(v.string(), v.isoTimestamp(), v.maxLength(40));
const Words = v.pipe(v.string(), v.maxLength(80));
const Place = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** Which lines of the log of decisions are asked for; empty words and null: all. The latest come first, those before the place `before`. */
export const AuditQuery = v.strictObject({
  who: Words,
  what: Words,
  about: Words,
  from: v.nullable(Instant),
  to: v.nullable(Instant),
  before: v.nullable(Place),
});
export type AuditQuery = v.InferOutput<typeof AuditQuery>;

const Text = v.pipe(v.string(), v.maxLength(10_000));
const AuditLine = v.object({
  seq: Place,
  at: Instant,
  /** Null: the server itself, a help desk, or who runs the server; a name that is empty: somebody who is not a member any more. */
  who: v.nullable(Text),
  action: Text,
  subject: Text,
  /** What is said besides, as JSON. */
  detail: Text,
  /** What it was about was erased. */
  isErased: v.boolean(),
});
export type AuditLine = v.InferOutput<typeof AuditLine>;

/** `next`: where to go on from; null: there is nothing before. */
export const AuditPage = v.object({ lines: v.pipe(v.array(AuditLine), v.maxLength(linesPerPage)), next: v.nullable(Place) });
export type AuditPage = v.InferOutput<typeof AuditPage>;

const PlaceFound = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** How the last lines of the log were found; `seq` and `to` as in server/audit/chain.ts. */
export const AuditState = v.object({
  lines: PlaceFound,
  fault: v.nullable(
    v.object({
      problem: v.picklist(["changed", "missing", "swapped", "unsigned"]),
      seq: PlaceFound,
      to: v.optional(PlaceFound),
    }),
  ),
});
export type AuditState = v.InferOutput<typeof AuditState>;
