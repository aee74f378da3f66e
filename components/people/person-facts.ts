import { i18n } from "#i18n";
import { dateText, daysAgoText } from "../../lib/i18n/day-text.ts";
import { languageText } from "../../lib/i18n/language-text.ts";
import { levelText } from "../../lib/i18n/level-text.ts";
import { commaList } from "../../lib/i18n/list-text.ts";
import { oneLine, personName } from "../../lib/i18n/mention-text.ts";
import { inOwnLanguage } from "../../lib/i18n/spoken.ts";
import type { MemberRow } from "../../lib/schema/people.ts";

/** So much of a name is shown in a list and a sentence. */
const nameLetters = 40;

export const nameText = (member: Pick<MemberRow, "name">): string => oneLine(personName(member), nameLetters);

const number = inOwnLanguage((language) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }));

/** How far somebody is trusted, and why if somebody said so and the reader is told that (`isTold`). */
function trustText({ level, levelReason }: Pick<MemberRow, "level" | "levelReason">, isTold: boolean): string {
  const name = levelText(level);
  if (!isTold) return i18n.t("members.trustOnly", { level: name });
  return levelReason === null
    ? i18n.t("members.trust", { level: name })
    : i18n.t("members.trustWhy", { level: name, reason: oneLine(levelReason, 200) });
}

/** Who they are: trust (and why, if the reader is told: `isTold`), languages, since when, when they were last there. */
export function placeFacts(member: MemberRow, nowMs: number, isTold = true): string[] {
  return [
    trustText(member, isTold),
    ...(member.languages.length > 0 ? [commaList(member.languages.map((tag) => languageText(tag) ?? tag))] : []),
    ...(member.topics.length > 0 ? [i18n.t("members.topics", { topics: commaList(member.topics) })] : []),
    i18n.t("members.joined", { day: dateText(member.joinedAt) }),
    member.seenOn === null ? i18n.t("members.neverSeen") : i18n.t("members.seen", { day: daysAgoText(member.seenOn, nowMs) }),
  ];
}

/** What they do and did, in numbers. */
export function workFacts({ claims, answered, sentBack, devices, evidence }: MemberRow): string[] {
  const counts = { claims, answered, sentBack, devices };
  const found = evidence && [
    i18n.t("members.rated", { good: number().format(evidence.good), rated: number().format(evidence.rated) }),
    i18n.t("members.raters", { count: number().format(evidence.raters) }),
  ];
  return [
    ...(["claims", "answered", "sentBack", "devices"] as const).map((name) =>
      i18n.t(`members.${name}`, { count: number().format(counts[name]) }),
    ),
    ...(found ?? []),
  ];
}
