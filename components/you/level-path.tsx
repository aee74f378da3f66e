import { i18n } from "#i18n";
import { levels, levelText } from "../../lib/i18n/level-text.ts";
import { inOwnLanguage } from "../../lib/i18n/spoken.ts";

const percent = inOwnLanguage((language) => new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }));

interface LevelPathProps {
  level: number;
  /** How much of the way to the next level is gone, 0..1. */
  gone: number;
}

/** The levels as a path: where one is, and how far the next one is away. */
export function LevelPath({ level, gone }: LevelPathProps) {
  const last = levels.length - 1;
  const isThere = level >= last;
  const share = isThere ? 0 : gone;
  const text = isThere
    ? levelText(level)
    : i18n.t("you.level.way", { level: levelText(level), next: levelText(level + 1), percent: percent().format(share) });
  return (
    <div class="level-path" role="img" aria-label={text} style={{ "--gone": `${((level + share) / last) * 100}%` }}>
      <span class="level-line" />
      {levels.map((each) => (
        <span
          key={each}
          class="level-stop"
          data-reached={each <= level ? "true" : undefined}
          data-here={each === level ? "true" : undefined}
        >
          {levelText(each)}
        </span>
      ))}
    </div>
  );
}
