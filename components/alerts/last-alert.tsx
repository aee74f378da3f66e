import { BellOff } from "lucide-preact";
import { i18n } from "#i18n";
import { alertTitle } from "../../lib/i18n/alert-text.ts";
import type { AlertChoices } from "../../lib/schema/alert-choices.ts";
import { Button } from "../ui/button.tsx";
import type { AlertActions } from "./actions.ts";
import { useAlerts } from "./use-alerts.ts";

interface LastAlertProps {
  actions: AlertActions;
  choices: AlertChoices;
  /** `back` is what was wanted before. */
  onRefusing: (work: Promise<unknown>, back: () => Promise<unknown>) => void;
}

/** What the member was told of last, while that is fresh: not every browser has a button for "not like this" on the alert itself. */
export function LastAlert({ actions, choices, onRefusing }: LastAlertProps) {
  const { state } = useAlerts(actions, choices);
  const last = state?.last ?? null;
  if (last === null || choices.off.includes(last)) return null;
  const refuse = () => actions.choose({ ...choices, off: [...choices.off, last] });
  return (
    <div class="row quiet">
      <span class="grow">{i18n.t("alerts.last", { what: alertTitle(last) })}</span>
      <Button look="quiet" icon={BellOff} onClick={() => onRefusing(refuse(), () => actions.choose(choices))}>
        {i18n.t("alerts.notLikeThis")}
      </Button>
    </div>
  );
}
