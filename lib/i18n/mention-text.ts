import { i18n } from "#i18n";
import type { Mention } from "../schema/mention.ts";
import type { Reason } from "../schema/triage.ts";
import { durationText } from "./time-text.ts";

/** A number as a coarse impression: 2134 -> "2,000". */
function aboutText(count: number): string {
  return new Intl.NumberFormat(undefined, { maximumSignificantDigits: 1 }).format(count);
}

/** One reason of the triage as words: `asks for help: "pairing"`. */
export function reasonText(reason: Reason): string {
  if (reason.code === "reach" && reason.value !== null) return i18n.t("reasonCount.reach", { count: aboutText(reason.value) });
  if (reason.code === "waiting" && reason.value !== null) {
    return i18n.t("reasonCount.waiting", { time: durationText(reason.value * 60_000) });
  }
  if (reason.code === "keyword") {
    const [word = "", ...near] = reason.words.map((each) => cutText(each, 40));
    return i18n.t("reasonKeyword", { word, words: near.join("”, “") });
  }
  const plain = i18n.t(`reason.${reason.code}`);
  if (reason.words.length === 0) return plain;
  return i18n.t("reasonWords", { reason: plain, words: reason.words.join("”, “") });
}

/** Why a post wants an answer, in one line: the first `most` reasons. */
export function reasonLine(mention: Mention, most = 3): string {
  const line = mention.triage.reasons.slice(0, most).map(reasonText).join("; ");
  return line.charAt(0).toLocaleUpperCase() + line.slice(1);
}

/** How the post's author is called: name, else handle, cut to 40 characters; "Someone" when the page said neither. */
export function authorText(author: Mention["author"]): string {
  return cutText(author.name?.trim() || author.handle?.trim() || i18n.t("ui.someone"), 40);
}

/** Name of a language in the interface's own; the tag itself when the browser knows none, null when it is unknown. */
export function languageText(tag: string | null): string | null {
  if (tag === null || tag === "unknown") return null;
  try {
    return new Intl.DisplayNames(undefined, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Text of a stranger on one line: no control or direction marks, at most `most` characters, with an ellipsis when cut. */
export function cutText(text: string, most: number): string {
  const clean = text.replace(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/gu, " ").trim();
  const characters = [...clean];
  return characters.length <= most
    ? clean
    : `${characters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}
