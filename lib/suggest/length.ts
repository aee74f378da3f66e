// Only this part: the package as a whole is 16 kB (gzip) more.
import parseTweet from "twitter-text/dist/parseTweet.js";
import type { SiteId } from "../schema/post.ts";
import { profiles } from "../sites/profiles.ts";
import { saysLine } from "./disclosure/said.ts";

/** Room for a reply in the site's own measure; `left` is negative when it is too long. */
export interface ReplyLength {
  readonly used: number;
  readonly limit: number;
  readonly left: number;
}

/** Signs that mean nothing and for which X refuses a post. */
const refused = /[\ufffe\uffff\ufeff]/gu;

/** What is placed: the text, then the disclosure on a line of its own unless the text already says it, in whichever marks and capitals. */
export function withDisclosure(text: string, disclosure: string): string {
  const body = text.replace(refused, "").trimEnd();
  const tie = disclosure.trim();
  if (tie === "" || saysLine(body, tie)) return body;
  return body === "" ? tie : `${body}\n${tie}`;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** From where on a text is too long for `site` with its disclosure, in UTF-16 units and never inside a character; null when it fits. */
export function surplusFrom(site: SiteId, text: string, disclosure: string): number | null {
  const fits = (at: number) => replyLength(site, text.slice(0, at), disclosure).left >= 0;
  if (fits(text.length)) return null;
  const ends = [...graphemes.segment(text)].map(({ index }) => index);
  let [least, most] = [0, ends.length - 1];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(ends[middle] ?? 0)) least = middle;
    else most = middle - 1;
  }
  return ends[least] ?? 0;
}

/** An emoji of two code units at least; those of one, such as ©, X tells apart by a list of its own. */
const emoji = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3)/u;
const anEmoji = "\u{1f642}";

/** The text with each emoji as one that the package knows: it stopped at Unicode 12, and X counts all alike. */
function withKnownEmoji(text: string): string {
  if (!/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(text)) return text;
  return [...graphemes.segment(text)].map(({ segment }) => (segment.length > 1 && emoji.test(segment) ? anEmoji : segment)).join("");
}

/** How long the reply with its disclosure is, as `site` counts. */
export function replyLength(site: SiteId, text: string, disclosure: string): ReplyLength {
  const whole = withDisclosure(text, disclosure);
  const { limit, unit } = profiles[site].reply;
  const used = unit === "weight" ? parseTweet(withKnownEmoji(whole)).weightedLength : [...whole].length;
  return { used, limit, left: limit - used };
}
