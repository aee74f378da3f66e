import * as v from "valibot";
import { highestVersion, longestLabel, longestName, maxPostText, mostOf } from "./limits.ts";
import { Timestamp } from "./timestamp.ts";

/** How many entries one list holds at most. */
export const maxEntries = 20_000;

const Word = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));
export const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(100), v.regex(/^[\w:.-]+$/));

/**
 * One line of a keyword list. `text` is a literal, never a regular expression; its form says its kind:
 * `@acme` handle, `#acme` hashtag, `acme.com` domain, `acme phone` phrase, `acme*` any word that begins so.
 */
export const KeywordEntry = v.object({
  id: Id,
  text: Word,
  /** What the hit is called in the interface; the text itself when null. */
  label: v.nullable(Word),
  /** At least one of these must stand within `contextWords` words of the hit, when there are any. */
  mustNear: v.pipe(v.array(Word), v.maxLength(50)),
  /** None of these may stand within `contextWords` words of the hit. */
  mustNotNear: v.pipe(v.array(Word), v.maxLength(50)),
  /** How far "near" reaches for this entry, in words; `contextWords` when left out. */
  within: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))),
  /** Languages (BCP 47, the first part) of the posts it counts in; a post of unknown language counts. All when left out. */
  languages: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/))), v.maxLength(50))),
  /** Handles whose posts do not count. */
  ignoreAuthors: v.optional(v.pipe(v.array(Word), v.maxLength(50))),
  /** Domains that a post must not name. */
  ignoreDomains: v.optional(v.pipe(v.array(Word), v.maxLength(50))),
  /** Letters may be written as digits and signs ("4cm3"); not when left out. */
  leet: v.optional(v.boolean()),
  /** The word is also an ordinary one ("Delta"), so that a hit needs evidence; not when left out. */
  ambiguous: v.optional(v.boolean()),
});
export type KeywordEntry = v.InferOutput<typeof KeywordEntry>;

/** A value of any form as an entry, whatever it leaves out being empty; or the name of the first field that does not fit. */
export function readEntry(value: object): { readonly entry: KeywordEntry } | { readonly field: string } {
  const result = v.safeParse(KeywordEntry, { label: null, mustNear: [], mustNotNear: [], ...value });
  return result.success ? { entry: result.output } : { field: v.getDotPath(result.issues[0]) ?? "" };
}

export const KeywordList = v.object({
  id: Id,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  /** Rises by one with every push, and when it is taken out. */
  version: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(highestVersion)),
  entries: v.pipe(v.array(KeywordEntry), v.maxLength(maxEntries)),
  /** A negative list: where one of its entries hits, the post is no mention, whatever other lists say. */
  negative: v.optional(v.boolean()),
  /** True when it was taken out, which is a version of it too; devices then forget it, and a push on that version brings it back. */
  removed: v.optional(v.boolean()),
  updatedAt: Timestamp,
});
export type KeywordList = v.InferOutput<typeof KeywordList>;

/** A list without its entries: what a push is answered with, since they come with the changes. */
export const KeywordListHead = v.omit(KeywordList, ["entries"]);
export type KeywordListHead = v.InferOutput<typeof KeywordListHead>;

/** How many former versions of a list are kept: so many, and of long lists so many entries together. The live one is there always. */
export const keptVersions = { versions: 20, entries: 100_000 } as const;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxEntries));

/** One version of a list: who pushed it, when, and how long it is. */
export const ListVersion = v.object({
  ...v.pick(KeywordList, ["version", "name", "negative", "removed"]).entries,
  at: Timestamp,
  size: Count,
  /** Name of who pushed it; null: nobody who is still here, or the server's operator. */
  by: v.nullable(v.pipe(v.string(), v.maxLength(longestName))),
  /** The version that it went back to. */
  restored: v.nullable(KeywordList.entries.version),
});
export type ListVersion = v.InferOutput<typeof ListVersion>;

/** What the keyword is called that found a post. */
export const Label = v.pipe(v.string(), v.maxLength(longestLabel));
const Place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxPostText));

const hitForms = ["exact", "folded", "lookalike"] as const;

/** Why a post is a mention: which entry, where in the text (UTF-16 offsets, end exclusive), in which form. */
export const Hit = v.object({
  entryId: Id,
  label: Label,
  start: Place,
  end: Place,
  form: v.picklist(hitForms),
  /** Words nearby that decided, in the order of the text. */
  context: v.pipe(v.array(Label), v.maxLength(10)),
});
export type Hit = v.InferOutput<typeof Hit>;

/** What made a post a mention. */
export const Hits = v.pipe(v.array(Hit), v.maxLength(mostOf.hits));
