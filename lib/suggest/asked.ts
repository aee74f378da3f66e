import { termsOf } from "./terms.ts";

const links = /https?:\/\/\S+/gi;
const handles = /@[\p{L}\p{N}_.-]+/gu;
/** Order, phone and account numbers say who asked, not what. */
const longNumber = /\d{4}/;

/** What a post asks about, as the terms it can be found by: no handles, links or long numbers, and not its sentences. */
export function askedOf(text: string): string {
  const terms = termsOf(text.replace(links, " ").replace(handles, " ")).keys();
  return [...terms].filter((term) => !longNumber.test(term)).join(" ");
}
