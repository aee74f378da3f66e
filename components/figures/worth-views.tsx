import { i18n } from "#i18n";
import { countText, shareText } from "../../lib/i18n/figures-text.ts";
import type { PeriodFigures } from "../../lib/schema/period-figures.ts";
import { BarList } from "./bar-list.tsx";
import { countBars, countCell, shareCell } from "./cells.ts";
import { shareFrom } from "./share-from.ts";
import type { FigureView } from "./view.ts";

/** How often triage was right about whom it sent to staff. */
export function triageView({ triage: { right, missed } }: PeriodFigures): FigureView {
  const rows = [
    { key: "right", name: i18n.t("figures.triage.right"), count: right.part },
    { key: "wrong", name: i18n.t("figures.triage.wrong"), count: right.of - right.part },
    { key: "missed", name: i18n.t("figures.triage.missed"), count: missed },
  ];
  const isKnown = right.of + missed > 0;
  return {
    sentence: isKnown
      ? i18n.t("figures.said.triage", { share: shareText(right), missed: countText(missed) })
      : i18n.t("figures.said.noTriage"),
    table: {
      name: "sent-to-staff",
      columns: [i18n.t("figures.column.what"), i18n.t("figures.column.posts"), i18n.t("figures.column.share")],
      rows: rows.map(({ key, name, count }) => [name, countCell(count), key === "right" ? shareCell(right) : ""]),
    },
    picture: isKnown && <BarList bars={countBars(rows)} />,
  };
}

/** What became of answers: what second readers found, and what authors wrote below them. */
export function qualityView({ quality }: PeriodFigures): FigureView {
  const { helpful, somewhat, no, wrong, thanks, stillBroken } = quality;
  const looked = shareFrom(helpful, helpful + somewhat + no + wrong);
  const rows = (Object.keys(quality) as (keyof typeof quality)[]).map((key) => ({
    ...{ key, name: i18n.t(`figures.quality.${key}`), count: quality[key] },
  }));
  const isKnown = rows.some(({ count }) => count > 0);
  const counts = { thanks: countText(thanks), broken: countText(stillBroken) };
  const what =
    looked.of === 0 ? i18n.t("figures.said.heard", counts) : i18n.t("figures.said.helpful", { share: shareText(looked), ...counts });
  return {
    sentence: isKnown ? what : i18n.t("figures.said.noQuality"),
    table: {
      name: "what-became-of-answers",
      columns: [i18n.t("figures.column.what"), i18n.t("figures.column.answers")],
      rows: rows.map(({ name, count }) => [name, countCell(count)]),
    },
    picture: isKnown && <BarList bars={countBars(rows)} />,
  };
}

/** The answers on record that were used most. */
export function topAnswersView({ topAnswers }: PeriodFigures): FigureView {
  const rows = topAnswers.map(({ itemId, title, used, liked }) => ({
    ...{ key: itemId, name: title ?? i18n.t("figures.answerGone"), count: used, liked },
    ...(liked > 0 && { note: i18n.t("knowledge.liked", liked) }),
  }));
  const first = rows[0];
  return {
    sentence: first ? i18n.t("figures.said.topAnswer", first.count, { title: first.name }) : i18n.t("figures.said.noTopAnswer"),
    table: {
      name: "answers-on-record",
      columns: [i18n.t("figures.column.answer"), i18n.t("figures.column.used"), i18n.t("figures.column.liked")],
      rows: rows.map(({ name, count, liked }) => [name, countCell(count), countCell(liked)]),
    },
    picture: <BarList bars={countBars(rows)} />,
  };
}
