import { i18n } from "#i18n";
import { allowances, levelsOf } from "../schema/level-rules.ts";
import { type LevelNeeds, needsFor, noRatedWork } from "../schema/levels.ts";
import { usualLookRules } from "../schema/look-rules.ts";
import type { OwnLevel } from "../schema/people.ts";
import type { Workspace } from "../schema/workspace.ts";
import { inOwnLanguage } from "./spoken.ts";

const names = ["newcomer", "known", "proven", "trusted"] as const;
export const levels = [0, 1, 2, 3] as const;

const whole = inOwnLanguage((language) => new Intl.NumberFormat(language, { maximumFractionDigits: 0 }));
const percent = inOwnLanguage((language) => new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }));

/** How much one's words on others' answers weigh, and why. */
export function raterText({ weight, compared, agreed }: NonNullable<OwnLevel["rater"]>): string {
  const counts = { compared: whole().format(compared), agreed: whole().format(agreed) };
  return weight >= 1
    ? i18n.t("you.level.raterFull", counts)
    : i18n.t("you.level.raterPart", { ...counts, weight: percent().format(weight) });
}

/** A trust level as people call it. */
export const levelText = (level: number): string => i18n.t(`members.level.${names[level] ?? "newcomer"}`);

/** What a workspace says of its levels. */
export type LevelTerms = Pick<Workspace, "levels" | "looks">;

/** What one may from this level on that one may not before, in lines. */
export function newAtLevel(level: number, terms: LevelTerms): string[] {
  const { claims, from } = levelsOf(terms);
  const { fromLevel: look } = terms.looks ?? usualLookRules;
  return [
    i18n.t("levels.posts", claims[level] ?? 1),
    ...(level < from.answerUnread ? [i18n.t("levels.read")] : []),
    ...allowances.filter((each) => from[each] === level).map((each) => i18n.t(`levels.may.${each}`)),
    ...(look === level ? [i18n.t("levels.may.look")] : []),
  ];
}

/** All that one may on this level, in a line. */
export function levelHint(level: number, terms: LevelTerms): string {
  const before = levels.filter((each) => each < level).flatMap((each) => newAtLevel(each, terms).slice(1));
  const lines = [...newAtLevel(level, terms), ...before.filter((line) => line !== i18n.t("levels.read"))];
  return lines.join(" · ");
}

const listed = inOwnLanguage((language) => new Intl.ListFormat(language, { type: "conjunction" }));

/** What is missing for a level, as a part of a sentence. */
export function needsText({ answers, raters, days }: LevelNeeds): string {
  const parts = [
    answers > 0 && i18n.t("you.level.answers", answers),
    raters > 0 && i18n.t("you.level.people", raters),
    days > 0 && i18n.t("you.level.days", days),
  ].filter((part) => part !== false);
  return parts.length === 0 ? i18n.t("you.level.nothing") : listed().format(parts);
}

/** The way to the next level in one sentence. */
export function nextText({ level, isGiven, evidence }: OwnLevel): string {
  if (isGiven) return i18n.t("you.level.given");
  const needs = needsFor(evidence ?? noRatedWork, level + 1);
  if (needs === null) return i18n.t("you.level.highest");
  return i18n.t("you.level.next", { level: levelText(level + 1), needs: needsText(needs) });
}
