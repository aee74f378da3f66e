import { CircleHelp } from "lucide-preact";
import { i18n } from "#i18n";
import { standingReasons } from "../../lib/i18n/mention-text.ts";
import type { Calibration } from "../../lib/schema/calibration.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { Icon } from "../ui/icon.tsx";
import { CalibrationLine, causeOf } from "./calibration.tsx";
import { Overrules } from "./overrules.tsx";
import type { PanelActions } from "./panel.tsx";
import { ReasonList } from "./reason-list.tsx";
import { Scores } from "./scores.tsx";
import type { OpenMenu } from "./step-menu.tsx";

interface FactsProps {
  mention: Mention;
  calibration: Calibration | null;
  actions: Pick<PanelActions, "overrule">;
  menu: OpenMenu;
  onMenu: (menu: OpenMenu) => void;
}

/** Why it is here: each reason with its score, what people said of it, how sure all that is, and the scores to correct. */
export function Facts({ mention, calibration, ...rest }: FactsProps) {
  const { triage } = mention;
  const cause = causeOf(triage);
  const isUnsure = triage.reasons.some(({ code }) => code === "unsure" || code === "unknown_language");
  return (
    <section class="facts">
      <h3>{i18n.t("panel.because")}</h3>
      <ReasonList reasons={standingReasons(mention)} />
      <Overrules mention={mention} actions={rest.actions} />
      {isUnsure && (
        <p class="said">
          <Icon of={CircleHelp} />
          {i18n.t("panel.unsure")}
        </p>
      )}
      {cause !== null && <CalibrationLine calibration={calibration} cause={cause} />}
      <Scores mention={mention} {...rest} />
      <p class="quiet">{i18n.t("overrule.hint")}</p>
    </section>
  );
}
