import type { Session } from "../../lib/schema/messages.ts";

export interface WelcomeActions {
  /** Agrees with this choice, then joins. Rejects with why not. */
  join(sharing: Session["sharing"], invitation: string, name: string): Promise<unknown>;
  openSettings(): void;
}
