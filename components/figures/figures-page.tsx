import { Download } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { toCsv } from "../../lib/detect/lists/csv-rows.ts";
import {
  type FigureDimension,
  type FigurePeriod,
  figureDimensions,
  figurePeriods,
  type PeriodFigures,
} from "../../lib/schema/period-figures.ts";
import { Button } from "../ui/button.tsx";
import { SelectField } from "../ui/select-field.tsx";
import type { PeriodActions } from "./actions.ts";
import { AsOf } from "./as-of.tsx";
import { csvOfAll } from "./csv.ts";
import { answeredView, communityView, firstAnswerView, within2hView, within24hView } from "./day-views.tsx";
import { FigureFrame } from "./figure-frame.tsx";
import { backlogView, funnelView, lostView, takenView } from "./flow-views.tsx";
import { usePeriod } from "./use-period.ts";
import { valueView } from "./value-view.tsx";
import type { FigureView } from "./view.ts";
import { qualityView, topAnswersView, triageView } from "./worth-views.tsx";

interface FiguresPageProps {
  actions: PeriodActions;
  /** Why the last sync failed; when that changes, the figures are read again. */
  away: string | null;
  onSave: (name: string, text: string) => void;
}

const periods = Object.keys(figurePeriods) as FigurePeriod[];

/** How it goes, by the server's figures. */
export function FiguresPage({ actions, away, onSave }: FiguresPageProps) {
  const [period, setPeriod] = useState<FigurePeriod>("month");
  const [by, setBy] = useState<FigureDimension>("site");
  const { figures, problem } = usePeriod(actions, { period, by }, away);
  const isAny = figures !== null && (figures.now.seen > 0 || figures.backlog.oldestAt !== null);
  return (
    <div class="figures">
      <div class="stack">
        <p class="quiet lead">{i18n.t("figures.hint")}</p>
        <div class="figures-head">
          <SelectField
            label={i18n.t("figures.period")}
            value={period}
            options={periods.map((each) => [each, i18n.t(`figures.over.${each}`)] as const)}
            onPick={(picked) => setPeriod(picked as FigurePeriod)}
          />
          {isAny && <SaveAll figures={figures} onSave={onSave} />}
        </div>
        <AsOf figures={figures} problem={problem} />
      </div>
      {isAny && <Parts figures={figures} by={by} onBy={setBy} onSave={onSave} />}
    </div>
  );
}

const allViews = (figures: PeriodFigures): FigureView[] =>
  [
    ...[answeredView, within2hView, within24hView, firstAnswerView, communityView, valueView],
    ...[funnelView, lostView, takenView, backlogView, triageView, qualityView, topAnswersView],
  ].flatMap((view) => view(figures) ?? []);

function SaveAll({ figures, onSave }: { figures: PeriodFigures; onSave: FiguresPageProps["onSave"] }) {
  const save = () => {
    const rows = csvOfAll(allViews(figures).map(({ table }) => table));
    const names = (["view", "row", "column", "value"] as const).map((column) => i18n.t(`figures.csvColumn.${column}`));
    onSave(`figures-${figures.from}-${figures.until}.csv`, toCsv(names, rows));
  };
  return (
    <Button icon={Download} onClick={save}>
      {i18n.t("figures.csvAll")}
    </Button>
  );
}

interface PartsProps extends Pick<FiguresPageProps, "onSave"> {
  figures: PeriodFigures;
  by: FigureDimension;
  onBy: (by: FigureDimension) => void;
}

function Parts({ figures, by, onBy, onSave }: PartsProps) {
  const shown = (...views: readonly (FigureView | null)[]) =>
    views.map((view) => view && <FigureFrame key={view.table.name} {...view} onSave={onSave} />);
  return (
    <>
      <Part of="answering">{shown(answeredView(figures))}</Part>
      <Part of="fast">
        {shown(firstAnswerView(figures))}
        <div class="figures-pair">{shown(within2hView(figures), within24hView(figures))}</div>
      </Part>
      <Part of="who">{shown(communityView(figures))}</Part>
      <Part of="by">
        <div class="figures-head">
          <SelectField
            label={i18n.t("figures.dimension")}
            value={by}
            options={figureDimensions.map((each) => [each, i18n.t(`figures.by.${each}`)] as const)}
            onPick={(picked) => onBy(picked as FigureDimension)}
          />
        </div>
        {shown(valueView(figures))}
      </Part>
      <Part of="flow">
        <div class="figures-pair">{shown(funnelView(figures), lostView(figures), takenView(figures))}</div>
      </Part>
      <Part of="waiting">{shown(backlogView(figures))}</Part>
      <Part of="worth">
        <div class="figures-pair">{shown(triageView(figures), qualityView(figures), topAnswersView(figures))}</div>
      </Part>
    </>
  );
}

interface PartProps {
  of: "answering" | "fast" | "who" | "by" | "flow" | "waiting" | "worth";
  children: ComponentChildren;
}

function Part({ of, children }: PartProps) {
  const id = useId();
  return (
    <section class="figures-part" aria-labelledby={id}>
      <h2 id={id}>{i18n.t(`figures.part.${of}`)}</h2>
      {children}
    </section>
  );
}
