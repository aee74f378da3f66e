import { i18n } from "#i18n";
import { inOwnLanguage } from "../../lib/i18n/spoken.ts";
import { fewestToTell, type PeriodFigures } from "../../lib/schema/period-figures.ts";

type DayFigures = PeriodFigures["days"][number];

/** A day or a week of a line. */
export interface LineSpan extends DayFigures {
  readonly name: string;
  /** Its first day. */
  readonly mark: string;
}

const daysOfWeek = 7;
/** More points than this are a hedge, no line. */
const mostDays = 120;

const short = inOwnLanguage((language) => new Intl.DateTimeFormat(language, { day: "numeric", month: "short", timeZone: "UTC" }));
const dayName = (day: string): string => short().format(Date.parse(day));

function together(days: readonly DayFigures[]): DayFigures {
  const sum = (of: keyof Omit<DayFigures, "day">) => days.reduce((all, day) => all + day[of], 0);
  const [seen, needed, claimed, answered] = [sum("seen"), sum("needed"), sum("claimed"), sum("answered")];
  const [within2h, within24h, byCommunity] = [sum("within2h"), sum("within24h"), sum("byCommunity")];
  return { day: days[0]?.day ?? "", seen, needed, claimed, answered, within2h, within24h, byCommunity };
}

/** Whole weeks up to the last day; what is before them is left out. */
function weeksOf(days: readonly DayFigures[]): LineSpan[] {
  const weeks = Math.floor(days.length / daysOfWeek);
  const first = days.length - weeks * daysOfWeek;
  return Array.from({ length: weeks }, (_, week) => {
    const start = first + week * daysOfWeek;
    const sum = together(days.slice(start, start + daysOfWeek));
    return { ...sum, name: i18n.t("figures.weekFrom", { day: dayName(sum.day) }), mark: dayName(sum.day) };
  });
}

/**
 * What a line is drawn through: the days before today, which is not over; the weeks where the days are many, or most have too few posts (as
 * `postsOf` counts them) to say a share of.
 */
export function spansOf({ days, until }: Pick<PeriodFigures, "days" | "until">, postsOf: (day: DayFigures) => number): LineSpan[] {
  const over = days.filter(({ day }) => day !== until);
  const telling = over.filter((day) => postsOf(day) >= fewestToTell).length;
  const isThin = telling * 2 < over.length && over.length >= 2 * daysOfWeek;
  return isThin || over.length > mostDays ? weeksOf(over) : over.map((day) => ({ ...day, name: dayName(day.day), mark: dayName(day.day) }));
}
