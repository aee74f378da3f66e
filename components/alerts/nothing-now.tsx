import { Bell } from "lucide-preact";
import { i18n } from "#i18n";
import type { AlertChoices } from "../../lib/schema/alert-choices.ts";
import { Button } from "../ui/button.tsx";
import type { AlertActions } from "./actions.ts";
import { useAlerts } from "./use-alerts.ts";

interface NothingNowProps {
  actions: AlertActions;
  /** What the member wants; undefined: the server knows of no alerts. */
  choices: AlertChoices | null | undefined;
  onWanting: (work: Promise<unknown>) => void;
}

/** Nothing waits: how the member will learn that something does, and the way to be told. */
export function NothingNow({ actions, choices, onWanting }: NothingNowProps) {
  const { state, want } = useAlerts(actions, choices);
  if (choices && state?.isAllowed !== false) return <p>{i18n.t("popup.empty")}</p>;
  return (
    <>
      <p>{i18n.t("alerts.nothing")}</p>
      {choices !== undefined && (
        <>
          <p>{i18n.t(choices ? "alerts.byNumber" : "alerts.why")}</p>
          <Button icon={Bell} onClick={() => onWanting(want())}>
            {i18n.t(choices ? "alerts.allow" : "alerts.want")}
          </Button>
        </>
      )}
    </>
  );
}
