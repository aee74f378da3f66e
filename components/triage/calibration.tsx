import { i18n } from "#i18n";
import type { Calibration, Tally } from "../../lib/schema/calibration.ts";
import { isDanger, type Triage } from "../../lib/schema/triage.ts";
import type { Cause } from "../../lib/schema/triage-settings.ts";
import { fewestVerdicts, rightOf100 } from "../../lib/triage/calibration.ts";

const none: Tally = { right: 0, answered: 0, wrong: 0, missed: 0 };

/** What sent a post to staff; null when nothing did. */
export function causeOf({ route, kind, hazard }: Pick<Triage, "route" | "kind" | "hazard">): Cause | null {
  if (route === "community") return null;
  if (route === "second_line") return "technical";
  if (isDanger(hazard)) return "danger";
  return kind === "threat" ? "threat" : "anger";
}

/** How often triage was right about a cause, in a sentence, and what it is counted from. */
export function CalibrationLine({ calibration, cause }: { calibration: Calibration | null; cause: Cause }) {
  const { right, wrong, answered, missed } = calibration?.tallies[cause] ?? none;
  const all = right + wrong;
  const rate = rightOf100({ right, wrong });
  if (rate === null) return <p class="quiet">{i18n.t(`calibration.few.${cause}`, { all, least: fewestVerdicts })}</p>;
  const counted = i18n.t("calibration.counted", { right, all, said: all - answered, answered });
  return (
    <p class="quiet">
      <span class="rate">{i18n.t(`calibration.rate.${cause}`, { rate })}</span> {counted}
      {missed > 0 && ` ${i18n.t("calibration.missed", missed)}`}
    </p>
  );
}
