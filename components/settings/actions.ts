import type { OwnDevice } from "../../lib/schema/invitations.ts";
import type { MessageArgs, Session } from "../../lib/schema/messages.ts";
import type { Invitation } from "../../lib/schema/workspace.ts";

/** What a member does with their own devices. Each rejects with why not. */
export interface DeviceActions {
  list(): Promise<readonly OwnDevice[]>;
  signOut(deviceId: string): Promise<unknown>;
  /** A way in for one more. */
  invite(): Promise<Invitation>;
  copy(text: string): Promise<void>;
}

/** What a member can settle. Each rejects with why not. */
export interface SettingsActions {
  choose(sharing: Session["sharing"]): Promise<unknown>;
  /** Primary tags; null: as the browser says. */
  read(languages: readonly string[] | null): Promise<unknown>;
  rename(name: string): Promise<unknown>;
  /** Ends membership, or this device's part in it. */
  leave(what: MessageArgs<"session.leave">): Promise<unknown>;
  readonly devices: DeviceActions;
  openWelcome(): void;
}
