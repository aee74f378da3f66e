import { i18n } from "#i18n";
import { dateText } from "../../lib/i18n/day-text.ts";
import { type LevelTerms, levelHint, levelText, needsText, nextText, raterText } from "../../lib/i18n/level-text.ts";
import { inOwnLanguage } from "../../lib/i18n/spoken.ts";
import { evidenceDays, needsFor, noRatedWork, wayTo } from "../../lib/schema/levels.ts";
import type { OwnLevel } from "../../lib/schema/people.ts";
import { LevelTable } from "../rules/level-table.tsx";
import { Notice } from "../ui/notice.tsx";
import { LevelPath } from "./level-path.tsx";

const number = inOwnLanguage((language) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }));

/** How far one is trusted, the way on, and why; `terms`: what levels may in this community. */
export function LevelSection({ own, terms }: { own: OwnLevel; terms: LevelTerms }) {
  const { level, isGiven, evidence, fallsAt, rater } = own;
  const toKeep = fallsAt === null ? null : needsFor(evidence ?? noRatedWork, level);
  return (
    <section class="stack">
      <h2>{i18n.t("you.level.title")}</h2>
      <LevelPath level={level} gone={isGiven ? 0 : wayTo(evidence ?? noRatedWork, level + 1)} />
      <p>{nextText(own)}</p>
      {fallsAt !== null && (
        <Notice tone="danger">{i18n.t("you.level.falls", { day: dateText(fallsAt), level: levelText(level - 1) })}</Notice>
      )}
      {toKeep && <p>{i18n.t("you.level.keep", { level: levelText(level), needs: needsText(toKeep) })}</p>}
      <details>
        <summary>{i18n.t("you.level.why")}</summary>
        <p>{levelHint(level, terms)}</p>
        {!isGiven && <RatedFacts evidence={evidence} />}
        {rater && <p>{raterText(rater)}</p>}
      </details>
      <details>
        <summary>{i18n.t("levels.title")}</summary>
        <LevelTable terms={terms} />
      </details>
    </section>
  );
}

function RatedFacts({ evidence }: Pick<OwnLevel, "evidence">) {
  if (evidence === null) return <p>{i18n.t("you.level.none", { days: evidenceDays })}</p>;
  const { rated, good, raters } = evidence;
  return (
    <ul class="quiet">
      <li>{i18n.t("you.level.rated", { days: evidenceDays, count: number().format(rated) })}</li>
      <li>{i18n.t("you.level.good", { count: number().format(good) })}</li>
      <li>{i18n.t("you.level.raters", { count: number().format(raters) })}</li>
    </ul>
  );
}
