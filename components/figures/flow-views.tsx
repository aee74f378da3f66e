import { i18n } from "#i18n";
import { countText, lengthText, shareText } from "../../lib/i18n/figures-text.ts";
import type { Lost, PeriodFigures } from "../../lib/schema/period-figures.ts";
import { BarList } from "./bar-list.tsx";
import { countBars, countCell } from "./cells.ts";
import { shareFrom } from "./share-from.ts";
import type { FigureTable, FigureView } from "./view.ts";

interface Counted {
  readonly key: string;
  readonly name: string;
  readonly count: number;
}

const countTable = (name: string, of: string, rows: readonly Counted[]): FigureTable => ({
  name,
  columns: [of, i18n.t("figures.column.posts")],
  rows: rows.map((row) => [row.name, countCell(row.count)]),
});

/** From what was seen to what was answered. */
export function funnelView({ now }: PeriodFigures): FigureView {
  const steps = (["seen", "needed", "claimed", "answered"] as const).map((key) => ({
    key,
    name: i18n.t(`figures.funnel.${key}`),
    count: now[key],
  }));
  const bars = countBars(
    steps.map((step, at) => {
      const before = steps[at - 1];
      return before === undefined || before.count === 0
        ? step
        : { ...step, note: i18n.t("figures.ofBefore", { share: shareText(shareFrom(step.count, before.count)) }) };
    }),
  );
  return {
    sentence: i18n.t("figures.said.funnel", {
      ...{ seen: countText(now.seen), needed: countText(now.needed), answered: countText(now.answered) },
    }),
    table: countTable("from-seen-to-answered", i18n.t("figures.column.step"), steps),
    picture: <BarList bars={bars} isOrdered />,
  };
}

/** Those that needed an answer and have none are lost, the others needed none. */
const unanswered: readonly (keyof Lost)[] = ["neverTaken", "inWork", "putDown"];
const isOpen = (key: keyof Lost): boolean => unanswered.includes(key);

/** Where posts went that were not answered, first those that needed it. */
export function lostView({ lost }: PeriodFigures): FigureView {
  const rows = (Object.keys(lost) as (keyof Lost)[])
    .map((key) => ({ key, name: i18n.t(`figures.lost.${key}`), count: lost[key] }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => Number(isOpen(other.key)) - Number(isOpen(one.key)) || other.count - one.count)
    .map((row) => (isOpen(row.key) ? { ...row, note: i18n.t("figures.column.needed") } : row));
  const worst = rows.find(({ key }) => isOpen(key));
  return {
    sentence: worst ? i18n.t("figures.said.lost", { reason: worst.name, count: countText(worst.count) }) : i18n.t("figures.said.noneLost"),
    table: countTable("where-posts-went", i18n.t("figures.column.reason"), rows),
    picture: <BarList bars={countBars(rows)} />,
  };
}

/** What waits now, and since when. */
export function backlogView({ backlog, at }: PeriodFigures): FigureView {
  const all = backlog.community + backlog.staff + backlog.inWork;
  const ages = (["under2h", "under24h", "under7d", "older"] as const).map((key) => ({
    ...{ key, name: i18n.t(`figures.age.${key}`), count: backlog.ages[key] },
  }));
  const places = (["community", "staff", "inWork"] as const).map((key) => ({
    ...{ key, name: i18n.t(`figures.waits.${key}`), count: backlog[key] },
  }));
  const time = backlog.oldestAt === null ? null : lengthText(Math.max(0, Date.parse(at) - Date.parse(backlog.oldestAt)));
  return {
    sentence: time === null || all === 0 ? i18n.t("figures.said.noBacklog") : i18n.t("figures.said.backlog", all, { time }),
    table: countTable("what-waits", i18n.t("figures.column.age"), [...ages, ...places]),
    picture: all > 0 && (
      <>
        <BarList bars={countBars(ages)} />
        <p class="hint">{places.map(({ name, count }) => i18n.t("figures.named", { name, count: countText(count) })).join(" · ")}</p>
      </>
    ),
  };
}

/** Of what was taken, how much came back unanswered. */
export function takenView({ claims: { taken, givenBack, ranOut } }: PeriodFigures): FigureView {
  const rows = [
    { key: "taken", name: i18n.t("figures.taken.taken"), count: taken },
    { key: "givenBack", name: i18n.t("figures.taken.givenBack"), count: givenBack },
    { key: "ranOut", name: i18n.t("figures.taken.ranOut"), count: ranOut },
  ];
  const back = shareText(shareFrom(givenBack, taken));
  return {
    sentence:
      taken === 0 ? i18n.t("figures.said.noneTaken") : i18n.t("figures.said.taken", { back, out: shareText(shareFrom(ranOut, taken)) }),
    table: countTable("taken-and-given-back", i18n.t("figures.column.what"), rows),
    picture: taken > 0 && <BarList bars={countBars(rows)} />,
  };
}
