import { i18n } from "#i18n";
import type { Away } from "../../lib/schema/profile.ts";
import { Button } from "../ui/button.tsx";
import type { useToast } from "../ui/toast.tsx";
import { tomorrowMs } from "../ui/tomorrow.ts";
import type { BreakActions } from "./actions.ts";
import { OnBreak } from "./on-break.tsx";
import { useBreak } from "./use-break.tsx";

interface BreakSectionProps {
  actions: BreakActions;
  /** The break that the member takes now. */
  away: Away | null;
  /** How many posts the member holds. */
  held: number;
  run: ReturnType<typeof useToast>["run"];
}

/** A break of one's own, where there is room for more than a menu. */
export function BreakSection({ actions, away, held, run }: BreakSectionProps) {
  const { wantBreak, comeBack, question } = useBreak(actions, held, run);
  if (away) return <OnBreak away={away} onBack={comeBack} />;
  return (
    <section class="stack">
      <h2>{i18n.t("break.heading")}</h2>
      <p class="hint">{i18n.t("break.hint")}</p>
      {question ?? (
        <div class="row">
          <Button onClick={() => wantBreak(tomorrowMs(Date.now()))}>{i18n.t("break.tomorrow")}</Button>
          <Button onClick={() => wantBreak(null)}>{i18n.t("break.untilISay")}</Button>
        </div>
      )}
    </section>
  );
}
