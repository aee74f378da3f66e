import type { AlertChoices } from "../../lib/schema/alert-choices.ts";
import type { AlertState } from "../../lib/schema/alerts.ts";

/** What a member does about alerts. Each rejects with why not. */
export interface AlertActions {
  /** How things stand on this device. */
  state(): Promise<AlertState>;
  /** What the member wants; null: none. */
  choose(choices: AlertChoices | null): Promise<unknown>;
  /** Has the browser ask whether we may show alerts; must be called from the press itself. Gives whether we may. */
  allow(): Promise<boolean>;
}
