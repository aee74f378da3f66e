import { i18n } from "#i18n";
import { countedText, countText, lengthText, percentText } from "../../lib/i18n/figures-text.ts";
import type { PeriodFigures } from "../../lib/schema/period-figures.ts";
import { BarList } from "./bar-list.tsx";
import { countCell, shareCell } from "./cells.ts";
import { valueName } from "./value-name.ts";
import type { Bar, Cell, FigureTable, FigureView } from "./view.ts";

type By = NonNullable<PeriodFigures["by"]>;
interface Row {
  readonly key: string;
  readonly name: string;
  readonly of: By["values"][number];
}

/** Which is answered most and which least, of those with enough posts to tell. */
function comparing(rows: readonly Row[]): string {
  const told = rows.flatMap(({ name, of: { responseRate } }) => (responseRate.share === null ? [] : [{ name, share: responseRate.share }]));
  const sorted = told.sort((one, other) => other.share - one.share);
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (most === undefined || least === undefined || sorted.length < 2) return i18n.t("figures.said.tooFewToCompare");
  if (Math.round(most.share * 100) === Math.round(least.share * 100))
    return i18n.t("figures.said.allAlike", { share: percentText(most.share) });
  return i18n.t("figures.said.mostAndLeast", {
    ...{ most: most.name, least: least.name },
    ...{ mostShare: percentText(most.share), leastShare: percentText(least.share) },
  });
}

const minutes = (ms: number | null): Cell => ({
  raw: ms === null ? null : ms / 60_000,
  text: ms === null ? i18n.t("figures.unknown") : lengthText(ms),
});

function tableOf({ dimension }: By, rows: readonly Row[]): FigureTable {
  const columns = ["seen", "needed", "answered", "share", "within2h", "within24h", "community", "median", "p90"] as const;
  return {
    name: `by-${dimension}`,
    columns: [i18n.t(`figures.by.${dimension}`), ...columns.map((column) => i18n.t(`figures.column.${column}`))],
    rows: rows.map(({ name, of }) => [
      name,
      ...[countCell(of.seen), countCell(of.needed), countCell(of.answered)],
      ...[of.responseRate, of.within2h, of.within24h, of.community].map(shareCell),
      ...[minutes(of.firstAnswer.medianMs), minutes(of.firstAnswer.p90Ms)],
    ]),
  };
}

function barOf({ key, name, of }: Row): Bar {
  const { medianMs } = of.firstAnswer;
  const facts = [
    medianMs !== null && i18n.t("figures.halfWithin", { time: lengthText(medianMs) }),
    of.community.share !== null && i18n.t("figures.byCommunity", { share: percentText(of.community.share) }),
  ].filter((fact) => fact !== false);
  return {
    ...{ key, name, length: of.responseRate.share ?? 0, text: countedText(of.responseRate) },
    ...(facts.length > 0 && { note: facts.join(" · ") }),
  };
}

/** How it goes by a dimension: the response rate of each value, and in the table all of it. Null: none was asked for. */
export function valueView({ by }: PeriodFigures): FigureView | null {
  if (by === null) return null;
  const rows = by.values.map((of) => ({ key: of.key, name: valueName(by.dimension, of), of }));
  return {
    sentence: rows.length === 0 ? i18n.t("figures.none") : comparing(rows),
    table: tableOf(by, rows),
    picture: (
      <>
        <BarList bars={rows.map(barOf)} />
        {by.left.values > 0 && (
          <p class="hint">{i18n.t("figures.left", { values: countText(by.left.values), seen: countText(by.left.seen) })}</p>
        )}
      </>
    ),
  };
}
