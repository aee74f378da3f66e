import type { MessageArgs, Session } from "../../lib/schema/messages.ts";

/** What a member can settle. Each rejects with why not. */
export interface SettingsActions {
  choose(sharing: Session["sharing"]): Promise<unknown>;
  /** Primary tags; null: as the browser says. */
  read(languages: readonly string[] | null): Promise<unknown>;
  rename(name: string): Promise<unknown>;
  /** Ends membership, or this device's part in it. */
  leave(what: MessageArgs<"session.leave">): Promise<unknown>;
  openWelcome(): void;
}
