import type { KeywordList } from "../../schema/keywords.ts";
import { packMatcher } from "../pack/pack.ts";
import type { Judge, Matcher } from "./matcher.ts";
import { openMatcher } from "./open.ts";

/** Compiles keyword lists once, for many texts. Entries without a word in them are left out (`keywordProblem` names them). */
export const compileMatcher = (lists: readonly KeywordList[], judge: Judge | null = null): Matcher =>
  openMatcher(packMatcher(lists), lists, judge);
