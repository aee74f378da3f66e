/** Which part of the data a post belongs to: learnt from, chosen on, or reported on. */
export type Split = "train" | "dev" | "test";

/** Of 100 posts, so many are reported on, and so many more are for choices. */
const testShare = 15;
const devShare = 10;

/** What is left of a post when copies, retweets and other links are made equal. */
export function normalised(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/https?\S*|[@＠][\p{L}\p{N}_]+|^rt\b/gu, " ")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** FNV-1a over UTF-16 units. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Posts that begin alike are one post with another end: a slogan, a retweet that was cut, a form. */
const alike = 30;

/** Number that a text shares with its copies and near copies. */
export function shareOf(text: string, about: string): number {
  return hashText(`${about}:${normalised(text).slice(0, alike)}`);
}

/** The same side for a text and all its copies, on every machine and in every set. */
export function splitOf(text: string): Split {
  const place = shareOf(text, "side") % 100;
  return place < testShare ? "test" : place < testShare + devShare ? "dev" : "train";
}
