import type { InvitationFrom } from "../../lib/schema/invitations.ts";
import type { Session } from "../../lib/schema/messages.ts";

export interface WelcomeActions {
  /** Agrees with this choice, then joins. Rejects with why not. */
  join(sharing: Session["sharing"], invitation: string, name: string): Promise<unknown>;
  /** Whose community an invitation leads to. Rejects with what is wrong with it. */
  whose(invitation: string): Promise<InvitationFrom>;
  openSettings(): void;
}
