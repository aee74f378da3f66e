import * as v from "valibot";
import { Id } from "./keywords.ts";
import { longestName } from "./limits.ts";

/** What nobody sees and what turns or piles up letters, but for joiners, which some scripts and emoji need. */
const unseen = /[^\P{C}\u200c\u200d]/gu;
const piledUp = /(\p{M}{3})\p{M}+/gu;

/** One line that others can see, of at most so many letters as it was given; it may be empty. */
export const shownLine = (longest: number) =>
  v.pipe(
    v.string(),
    v.maxLength(longest),
    v.transform((line) => line.normalize("NFC").replace(/\s/gu, " ").replace(unseen, "").replace(/ +/g, " ").replace(piledUp, "$1").trim()),
  );

/** A name that somebody gives themselves: one line that others can see and tell apart. */
export const MemberName = v.pipe(shownLine(longestName), v.regex(/[\p{L}\p{N}\p{P}\p{S}]/u));

/** Who did something, as the others see them; without a name once they are no longer a member. */
export const Person = v.object({ id: Id, name: v.pipe(v.string(), v.maxLength(longestName)) });
export type Person = v.InferOutput<typeof Person>;
