import { CircleHelp } from "lucide-preact";
import { i18n } from "#i18n";
import { reasonText, standingReasons } from "../../lib/i18n/mention-text.ts";
import { reasonSentence } from "../../lib/i18n/reason-sentence.ts";
import type { Calibration } from "../../lib/schema/calibration.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { Icon } from "../ui/icon.tsx";
import type { PanelActions } from "./actions.ts";
import { CalibrationLine, causeOf } from "./calibration.tsx";
import { ScoreList } from "./scores.tsx";
import type { OpenMenu } from "./step-menu.tsx";

interface FactsProps {
  mention: Mention;
  calibration: Calibration | null;
  actions: Pick<PanelActions, "overrule">;
  menu: OpenMenu;
  onMenu: (menu: OpenMenu) => void;
}

/** Why it is here: in a sentence, then each score once, with what it comes from and the way to correct it. */
export function Facts({ mention, calibration, ...rest }: FactsProps) {
  const { triage } = mention;
  const cause = causeOf(triage);
  const isUnsure = triage.reasons.some(({ code }) => code === "unsure" || code === "unknown_language");
  const keyword = standingReasons(mention).find(({ code }) => code === "keyword");
  return (
    <section class="facts">
      <h3>{i18n.t("panel.because")}</h3>
      <p>{reasonSentence(mention)}</p>
      {keyword && <p class="quiet">{reasonText(keyword)}</p>}
      {isUnsure && (
        <p class="said">
          <Icon of={CircleHelp} />
          {i18n.t("panel.unsure")}
        </p>
      )}
      <ScoreList mention={mention} {...rest} />
      <p class="quiet">{i18n.t("overrule.hint")}</p>
      {cause !== null && <CalibrationLine calibration={calibration} cause={cause} />}
    </section>
  );
}
