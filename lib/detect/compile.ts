import type { KeywordList } from "../schema/keywords.ts";
import type { Matcher } from "./matcher.ts";
import { openMatcher } from "./open.ts";
import { packMatcher } from "./pack.ts";

/** Compiles keyword lists once, for many texts. Entries without a word in them are left out (`keywordProblem` names them). */
export const compileMatcher = (lists: readonly KeywordList[]): Matcher => openMatcher(packMatcher(lists));
