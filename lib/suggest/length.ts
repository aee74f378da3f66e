// Only this part: the package as a whole is 16 kB (gzip) more.
import parseTweet from "twitter-text/dist/parseTweet.js";
import type { SiteId } from "../schema/post.ts";
import { saysLine } from "./disclosure/said.ts";

/** Room for a reply in the site's own measure; `left` is negative when it is too long. */
export interface ReplyLength {
  readonly used: number;
  readonly limit: number;
  readonly left: number;
}

/** Longest reply a site takes; X weighs characters and links, the others count code points. */
const limits: Record<SiteId, number> = { x: 280, facebook: 8000, pinterest: 500, mastodon: 500, reddit: 10_000, other: 10_000 };

/** What is placed: the text, then the disclosure on a line of its own unless the text already says it, in whichever marks and capitals. */
export function withDisclosure(text: string, disclosure: string): string {
  const body = text.trimEnd();
  const tie = disclosure.trim();
  if (tie === "" || saysLine(body, tie)) return body;
  return body === "" ? tie : `${body}\n${tie}`;
}

/** How long the reply with its disclosure is, as `site` counts. */
export function replyLength(site: SiteId, text: string, disclosure: string): ReplyLength {
  const whole = withDisclosure(text, disclosure);
  const used = site === "x" ? parseTweet(whole).weightedLength : [...whole].length;
  return { used, limit: limits[site], left: limits[site] - used };
}
