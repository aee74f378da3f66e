import { i18n } from "#i18n";
import { timeText } from "../../lib/i18n/moment-text.ts";
import { fewestToTell, type PeriodFigures } from "../../lib/schema/period-figures.ts";
import { Notice } from "../ui/notice.tsx";

interface AsOfProps {
  figures: PeriodFigures | null;
  /** Why they were not read anew. */
  problem: string | null;
}

/** From when the figures are, why they are not newer, and whether they are of enough posts to say much. */
export function AsOf({ figures, problem }: AsOfProps) {
  if (figures === null) return problem === null ? <p class="quiet">{i18n.t("ui.loading")}</p> : <Notice tone="danger">{problem}</Notice>;
  const { seen, needed } = figures.now;
  return (
    <>
      <p class="hint" role="status">
        {[i18n.t("figures.asOf", { time: timeText(figures.at), zone: figures.zone }), problem].filter(Boolean).join(" ")}
      </p>
      {seen === 0 && <Notice>{i18n.t("figures.none")}</Notice>}
      {seen > 0 && needed < fewestToTell && <Notice>{i18n.t("figures.few", needed)}</Notice>}
    </>
  );
}
