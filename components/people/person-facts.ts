import { i18n } from "#i18n";
import { dateText, daysAgoText } from "../../lib/i18n/day-text.ts";
import { languageText } from "../../lib/i18n/language-text.ts";
import { commaList } from "../../lib/i18n/list-text.ts";
import { oneLine, personName } from "../../lib/i18n/mention-text.ts";
import type { MemberRow } from "../../lib/schema/people.ts";

/** So much of a name is shown in a list and a sentence. */
const nameLetters = 40;

export const nameText = (member: Pick<MemberRow, "name">): string => oneLine(personName(member), nameLetters);

const number = new Intl.NumberFormat();
const levelNames = ["newcomer", "known", "proven", "trusted"] as const;
export const levels = [0, 1, 2, 3] as const;

const levelName = (level: number) => levelNames[level] ?? "newcomer";
export const levelText = (level: number): string => i18n.t(`members.level.${levelName(level)}`);
export const levelHint = (level: number): string => i18n.t(`members.levelHint.${levelName(level)}`);

/** How far somebody is trusted, and why if somebody said so. */
function trustText({ level, levelReason }: Pick<MemberRow, "level" | "levelReason">): string {
  const name = levelText(level);
  return levelReason === null
    ? i18n.t("members.trust", { level: name })
    : i18n.t("members.trustWhy", { level: name, reason: oneLine(levelReason, 200) });
}

/** Who they are: trust, languages, since when, when they were last there. */
export function placeFacts(member: MemberRow, nowMs: number): string[] {
  return [
    trustText(member),
    ...(member.languages.length > 0 ? [commaList(member.languages.map((tag) => languageText(tag) ?? tag))] : []),
    i18n.t("members.joined", { day: dateText(member.joinedAt) }),
    member.seenOn === null ? i18n.t("members.neverSeen") : i18n.t("members.seen", { day: daysAgoText(member.seenOn, nowMs) }),
  ];
}

/** What they do and did, in numbers. */
export function workFacts({ claims, answered, sentBack, devices }: MemberRow): string[] {
  const counts = { claims, answered, sentBack, devices };
  return (["claims", "answered", "sentBack", "devices"] as const).map((name) =>
    i18n.t(`members.${name}`, { count: number.format(counts[name]) }),
  );
}
