import { i18n } from "#i18n";
import { dismissReasons } from "../schema/lifecycle.ts";
import type { Mention } from "../schema/mention.ts";
import type { OverruleField } from "../schema/overrule.ts";
import type { Person } from "../schema/person.ts";
import type { Reason } from "../schema/triage.ts";
import { quotedList } from "./list-text.ts";
import { overruleText } from "./overrule-text.ts";
import { inOwnLanguage } from "./spoken.ts";
import { durationText } from "./time-text.ts";

/** What somebody is called; who is no longer a member has no name. */
export const personName = ({ name }: Pick<Person, "name">): string => name || i18n.t("ui.formerMember");

const oneDigit = inOwnLanguage((language) => new Intl.NumberFormat(language, { maximumSignificantDigits: 1 }));

/** A number as a coarse impression: 2134 -> "2,000". */
function aboutText(count: number): string {
  return oneDigit().format(count);
}

/** One reason of the triage as words: `asks for help: "pairing"`. */
export function reasonText(reason: Reason): string {
  if (reason.code === "reach" && reason.value !== null) return i18n.t("reasonCount.reach", { count: aboutText(reason.value) });
  if (reason.code === "waiting" && reason.value !== null) {
    return i18n.t("reasonCount.waiting", { time: durationText(reason.value * 60_000) });
  }
  if (reason.code === "keyword") {
    const [word = "", ...near] = reason.words.map((each) => oneLine(each, 40));
    return i18n.t("reasonKeyword", { word, words: quotedList(near) });
  }
  const plain = i18n.t(`reason.${reason.code}`);
  if (reason.words.length === 0) return plain;
  return i18n.t("reasonWords", { reason: plain, words: quotedList(reason.words) });
}

/** The field of the triage that a reason speaks of; null when it speaks of none. */
export const fieldOf: Readonly<Record<Reason["code"], OverruleField | null>> = {
  self_harm: "hazard",
  violence: "hazard",
  safety: "hazard",
  fraud: "hazard",
  legal: "hazard",
  leaving: "hazard",
  ad: null,
  giveaway: null,
  job: null,
  news: null,
  resale: null,
  bot: null,
  question: "kind",
  request: "kind",
  complaint: "complaint",
  praise: "kind",
  threat: "kind",
  anger: "anger",
  technical: "technical",
  urgent: "urgency",
  negative: "sentiment",
  positive: "sentiment",
  reach: "reach",
  unanswered: null,
  waiting: null,
  unknown_language: "lang",
  unsure: null,
  rules_only: null,
  keyword: null,
};

/** The reasons that nobody has overruled. */
export function standingReasons({ triage, overrules }: Mention): Reason[] {
  const said = new Set(overrules.map(({ field }) => field));
  return triage.reasons.filter(({ code }) => {
    const field = fieldOf[code];
    return field === null || !(said.has(field) || (code === "complaint" && said.has("kind")));
  });
}

/** Why a post wants an answer, in one line: what people said of it, then the first reasons, at most `most` in all. */
export function reasonLine(mention: Mention, most = 3): string {
  const said = mention.overrules.filter(({ field }) => inLine.has(field)).map(saidText);
  const line = [...said, ...standingReasons(mention).map(reasonText)].slice(0, most).join("; ");
  return beginLarge(line);
}

/** Begun like a sentence. */
export function beginLarge(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** What of a post says why it is here. */
const inLine: ReadonlySet<OverruleField> = new Set(["hazard", "kind", "anger", "urgency", "technical", "complaint", "sentiment"]);

function saidText(overrule: Mention["overrules"][number]): string {
  return i18n.t("says", { what: overruleText(overrule), who: oneLine(personName(overrule.by), 20) });
}

/** The priority, and why, in one line. */
export function whyLine(mention: Mention, most = 3): string {
  const score = Math.round(mention.triage.priority);
  const reasons = reasonLine(mention, most);
  return reasons === "" ? i18n.t("whyScore", { score }) : i18n.t("why", { score, reasons });
}

/** How the post's author is called: name, else handle, cut to 40 characters; "Someone" when the page said neither. */
export function authorText(author: Mention["author"]): string {
  return oneLine(author.name?.trim() || author.handle?.trim() || i18n.t("ui.someone"), 40);
}

/** Why a post was set aside, in words; what a person wrote stays as it is. */
export function noteText(note: string): string {
  if (note === "closed_at_desk") return i18n.t("panel.closedAtDesk");
  if (note === "own_handle") return i18n.t("panel.ownHandle");
  const reason = dismissReasons.find((each) => each === note);
  return reason ? i18n.t(`dismiss.${reason}`) : note;
}

/** Text of a stranger on one line: no control or direction marks, at most `most` characters, with an ellipsis when cut. */
export function oneLine(text: string, most: number): string {
  const clean = text.replace(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/gu, " ").trim();
  const characters = [...clean];
  return characters.length <= most
    ? clean
    : `${characters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}
