import { i18n } from "#i18n";
import { timeText } from "../../lib/i18n/moment-text.ts";
import type { Away } from "../../lib/schema/profile.ts";
import { Button } from "../ui/button.tsx";

interface OnBreakProps {
  away: Away;
  onBack: () => void;
}

/** That the member takes a break, until when, and the one press back. */
export function OnBreak({ away, onBack }: OnBreakProps) {
  return (
    <section class="stack">
      <h2>{i18n.t("break.title")}</h2>
      <p>{away.until === null ? i18n.t("break.open") : i18n.t("break.until", { time: timeText(away.until) })}</p>
      <p class="hint">{i18n.t("break.hint")}</p>
      <div class="row">
        <Button look="primary" onClick={onBack}>
          {i18n.t("break.back")}
        </Button>
      </div>
    </section>
  );
}
