import lookalike from "unhomoglyph";

/** Signs that show nothing, and spaces, which nobody counts. */
const unseen = /[\p{Default_Ignorable_Code_Point}\s]/gu;

/** The skeleton of Unicode's UTS 39 (section 4): the same for all texts that look the same. */
function skeleton(text: string): string {
  return lookalike(text.normalize("NFD").replace(unseen, "")).normalize("NFD");
}

/**
 * What a name looks like, as written and in small letters: two names with one of these in common can be taken for each other. In small letters alone
 * a capital I would be no l any more.
 */
export function looksOf(name: string): string[] {
  const compatible = name.normalize("NFKC");
  return [...new Set([name, compatible.toLowerCase()].map(skeleton))];
}
