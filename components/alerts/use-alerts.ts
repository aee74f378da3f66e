import { useCallback, useEffect, useState } from "preact/hooks";
import { type AlertChoices, usualChoices } from "../../lib/schema/alert-choices.ts";
import type { AlertState } from "../../lib/schema/alerts.ts";
import type { AlertActions } from "./actions.ts";

/** Where the day of this browser is, as an IANA name. */
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** How alerts stand on this device: read when it is first shown, and after each change. Null until it is known. */
export function useAlerts(actions: AlertActions, choices: AlertChoices | null | undefined) {
  const [state, setState] = useState<AlertState | null>(null);
  const read = useCallback(() => actions.state().then(setState, () => {}), [actions]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when something else was chosen
  useEffect(() => void read(), [read, choices]);
  return {
    state,
    /** The member wants alerts. What they want is said at once, as the browser's question may close the popup. */
    async want(): Promise<void> {
      const allowing = actions.allow();
      await actions.choose(choices ?? usualChoices(ownZone()));
      await allowing.catch(() => false);
      await read();
    },
  };
}
