import { isDeepStrictEqual } from "node:util";
import type { Triage } from "../../lib/schema/triage.ts";
import type { Words } from "../operations/description.ts";
import type { Whose } from "./place.ts";

/** What a member says of a post. */
export interface SaidWords {
  readonly member_id: string;
  readonly at: Date;
  readonly said: Words;
}

/** What whoever reported a post first said of it, kept since others agreed on something else; with what followed from it. */
export interface FirstWords extends Words {
  readonly labels: string[];
  readonly triage: Triage;
}

const parts = [["excerpt", "partial"], ["author"], ["lang"], ["postedAt"]] as const;
const part = (words: Words, keys: (typeof parts)[number]) => keys.map((key) => words[key]);

/**
 * A post's words without what one member said since: those of the first reporter again, where too few of the others say what stands. Pure. Null
 * when nothing is different.
 */
export function wordsWithout(
  standing: Words,
  said: readonly SaidWords[],
  reportedBy: string | null,
  { memberId, since }: Omit<Whose, "by">,
): Words | null {
  const theirs = said.find((each) => each.member_id === memberId && each.at >= since)?.said;
  const first = said.find((each) => each.member_id === reportedBy)?.said;
  if (!theirs || !first || reportedBy === memberId) return null;
  const others = said.filter((each) => each.member_id !== memberId && each.member_id !== reportedBy);
  const undone = parts.filter((keys) => {
    const stands = part(standing, keys);
    const isTheirs = isDeepStrictEqual(part(theirs, keys), stands) && !isDeepStrictEqual(part(first, keys), stands);
    return isTheirs && others.filter((each) => isDeepStrictEqual(part(each.said, keys), stands)).length < 2;
  });
  if (undone.length === 0) return null;
  return { ...standing, ...Object.fromEntries(undone.flatMap((keys) => keys.map((key) => [key, first[key]]))) };
}
