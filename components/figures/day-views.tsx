import { i18n } from "#i18n";
import { countedText, lengthText, movedText, movedTimeText, percentText, shareText } from "../../lib/i18n/figures-text.ts";
import { type PeriodFigures, publishedLines, type Share } from "../../lib/schema/period-figures.ts";
import { BarList } from "./bar-list.tsx";
import { countCell, shareCell } from "./cells.ts";
import { LineChart } from "./line-chart.tsx";
import { shareFrom } from "./share-from.ts";
import { type LineSpan, spansOf } from "./spans.ts";
import type { Cell, FigureTable, FigureView, ReferenceLine } from "./view.ts";

/** A share that is followed over the days. */
interface Followed {
  readonly name: string;
  readonly now: Share;
  readonly before: Share | undefined;
  readonly of: (day: Omit<LineSpan, "name" | "mark">) => Share;
  readonly partName: string;
  readonly ofName: string;
  readonly sentence: (share: string) => string;
  /** Said where there is nothing to take a share of. */
  readonly none: string;
  readonly references?: readonly ReferenceLine[];
}

function tableOf({ name, of, partName, ofName }: Followed, spans: readonly LineSpan[]): FigureTable {
  return {
    name,
    columns: [i18n.t("figures.column.time"), ofName, partName, i18n.t("figures.column.share")],
    rows: spans.map((span) => [span.name, countCell(of(span).of), countCell(of(span).part), shareCell(of(span))]),
  };
}

function followed(what: Followed, figures: PeriodFigures): FigureView {
  const spans = spansOf(figures, (day) => what.of(day).of);
  const points = spans.map((span) => ({ name: span.name, mark: span.mark, value: what.of(span).share, text: countedText(what.of(span)) }));
  const references = what.references ?? [];
  const isDrawn = points.some(({ value }) => value !== null);
  return {
    sentence: what.now.of === 0 ? what.none : movedText(what.sentence(shareText(what.now)), what.now, what.before),
    table: tableOf(what, spans),
    picture: isDrawn ? (
      <LineChart points={points} references={references} say={percentText} most={1} />
    ) : (
      <p class="quiet">{i18n.t("figures.tooFewToDraw")}</p>
    ),
  };
}

/** A line at a published share. */
const reference = (value: number, meaning: (share: string) => string): ReferenceLine => ({
  ...{ value, text: percentText(value) },
  meaning: meaning(percentText(value)),
});

const needed = () => i18n.t("figures.column.needed");

/** Are we answering: of the posts that needed an answer, how many got one. */
export function answeredView(figures: PeriodFigures): FigureView {
  return followed(
    {
      name: "answered",
      now: figures.now.responseRate,
      before: figures.before?.responseRate,
      of: (span) => shareFrom(span.answered, span.needed),
      partName: i18n.t("figures.column.answered"),
      ofName: needed(),
      sentence: (share) => i18n.t("figures.said.answered", { share }),
      none: i18n.t("figures.said.noneNeeded"),
      references: [reference(publishedLines.answered, (share) => i18n.t("figures.line.answered", { share }))],
    },
    figures,
  );
}

/** How fast: answered within two hours. */
export function within2hView(figures: PeriodFigures): FigureView {
  return followed(
    {
      name: "within-2-hours",
      now: figures.now.within2h,
      before: figures.before?.within2h,
      of: (span) => shareFrom(span.within2h, span.needed),
      partName: i18n.t("figures.column.within2h"),
      ofName: needed(),
      sentence: (share) => i18n.t("figures.said.within2h", { share }),
      none: i18n.t("figures.said.noneNeeded"),
      references: [reference(publishedLines.expectWithin2h, () => i18n.t("figures.line.expect"))],
    },
    figures,
  );
}

/** How fast: answered within a day. */
export function within24hView(figures: PeriodFigures): FigureView {
  return followed(
    {
      name: "within-a-day",
      now: figures.now.within24h,
      before: figures.before?.within24h,
      of: (span) => shareFrom(span.within24h, span.needed),
      partName: i18n.t("figures.column.within24h"),
      ofName: needed(),
      sentence: (share) => i18n.t("figures.said.within24h", { share }),
      none: i18n.t("figures.said.noneNeeded"),
      references: [reference(publishedLines.complaintsWithin24h, (share) => i18n.t("figures.line.complaints", { share }))],
    },
    figures,
  );
}

/** Who does it: the community's share of the answers. */
export function communityView(figures: PeriodFigures): FigureView {
  return followed(
    {
      name: "by-the-community",
      now: figures.now.community,
      before: figures.before?.community,
      of: (span) => shareFrom(span.byCommunity, span.answered),
      partName: i18n.t("figures.column.community"),
      ofName: i18n.t("figures.column.answered"),
      sentence: (share) => i18n.t("figures.said.community", { share }),
      none: i18n.t("figures.said.noneAnswered"),
    },
    figures,
  );
}

const firstAnswerFew = (of: number) => (of === 0 ? i18n.t("figures.said.noneAnswered") : i18n.t("figures.said.firstAnswerFew", of));

/** How fast: the time to the first answer. */
export function firstAnswerView({ now, before }: PeriodFigures): FigureView {
  const { of, medianMs, p90Ms } = now.firstAnswer;
  const lengths = [
    ["median", medianMs, before?.firstAnswer.medianMs ?? null],
    ["p90", p90Ms, before?.firstAnswer.p90Ms ?? null],
  ] as const;
  const most = Math.max(1, ...lengths.flatMap(([, ms, former]) => [ms ?? 0, former ?? 0]));
  const length = (raw: number | null): Cell => ({
    raw: raw === null ? null : raw / 60_000,
    text: raw === null ? i18n.t("figures.unknown") : lengthText(raw),
  });
  const bars = lengths.map(([key, ms, former]) => ({
    key,
    name: i18n.t(`figures.firstAnswer.${key}`),
    length: (ms ?? 0) / most,
    text: ms === null ? i18n.t("figures.unknown") : lengthText(ms),
    ...(former !== null && { note: i18n.t("figures.firstAnswer.before", { time: lengthText(former) }) }),
  }));
  return {
    sentence:
      medianMs === null
        ? firstAnswerFew(of)
        : movedTimeText(i18n.t("figures.said.firstAnswer", { time: lengthText(medianMs) }), medianMs, before?.firstAnswer.medianMs ?? null),
    table: {
      name: "first-answer",
      columns: [i18n.t("figures.column.firstAnswer"), i18n.t("figures.column.minutes"), i18n.t("figures.column.minutesBefore")],
      rows: lengths.map(([key, ms, former]) => [i18n.t(`figures.firstAnswer.${key}`), length(ms), length(former)]),
    },
    picture: medianMs === null ? null : <BarList bars={bars} />,
  };
}
