import * as v from "valibot";
import { Id, KeywordEntry, KeywordList, KeywordListHead, keptVersions, ListVersion, maxEntries } from "../keywords.ts";
import { limits } from "../wire.ts";
import { forRoles, operation, why } from "./row.ts";

const Entries = v.pipe(v.array(KeywordEntry), v.maxLength(maxEntries));
const PushId = v.pipe(v.string(), v.uuid());
const PartCount = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.parts));

/** Operations on keyword lists. */
export const keywords = {
  /** Puts down the `part`-th part (from 1) of a list that is too long for one request, until `keywords.push` takes them together. `keyword_invalid`. */
  "keywords.part": operation({
    args: v.object({ pushId: PushId, part: PartCount, entries: Entries }),
    result: v.object({ part: PartCount }),
    needs: "manageKeywords",
    queued: false,
    stored: true,
    from: [],
    pace: forRoles("A long list is pushed in up to 25 parts.", 1_500),
    audited: null,
  }),
  /**
   * Replace a keyword list, at once; live on the other devices with their next sync. The entries of `parts`, which this device put down before, stand
   * in front of `entries`. `list_stale`, `keyword_invalid`, `too_large`; `not_found` when parts are missing.
   */
  "keywords.push": operation({
    args: v.object({
      listId: Id,
      name: KeywordList.entries.name,
      baseVersion: KeywordList.entries.version,
      negative: KeywordList.entries.negative,
      parts: v.optional(v.object({ pushId: PushId, count: PartCount })),
      entries: Entries,
    }),
    result: KeywordListHead,
    needs: "manageKeywords",
    queued: false,
    stored: true,
    from: [],
    pace: forRoles("A list is pushed after each change that somebody tries.", 240),
    audited: ({ listId, name, baseVersion }) => ({ subject: listId, detail: { name, version: baseVersion + 1 } }),
  }),
  /** Take a list out, at once; a push on the version that this gives brings it back. `list_stale`, `not_found`. */
  "keywords.remove": operation({
    args: v.object({ listId: Id, baseVersion: KeywordList.entries.version }),
    result: KeywordListHead,
    needs: "manageKeywords",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles(why.settings, 120),
    audited: ({ listId, baseVersion }) => ({ subject: listId, detail: { version: baseVersion + 1 } }),
  }),
  /** The versions of a list that are kept, the latest first. `not_found`. */
  "keywords.versions": operation({
    args: v.object({ listId: Id }),
    result: v.pipe(v.array(ListVersion), v.maxLength(keptVersions.versions + 1)),
    needs: "manageKeywords",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles(why.lists, 600),
    audited: null,
  }),
  /** A list as it was in one of its versions. `not_found` when that is not kept any more. */
  "keywords.version": operation({
    args: v.object({ listId: Id, version: KeywordList.entries.version }),
    result: KeywordList,
    needs: "manageKeywords",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles("A difference takes two of them; each is up to 10 MB.", 240),
    audited: null,
  }),
  /** Push a former version once more, as the next one: history only grows. `list_stale`; `not_found` when it is not kept any more. */
  "keywords.restore": operation({
    args: v.object({ listId: Id, baseVersion: KeywordList.entries.version, version: KeywordList.entries.version }),
    result: KeywordListHead,
    needs: "manageKeywords",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles(why.settings, 120),
    audited: ({ listId, baseVersion, version }) => ({ subject: listId, detail: { version: baseVersion + 1, restored: version } }),
  }),
};
