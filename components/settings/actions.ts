import type { InterfaceLanguage } from "../../lib/schema/interface-language.ts";
import type { OwnDevice } from "../../lib/schema/invitations.ts";
import type { MessageArgs, Session } from "../../lib/schema/messages.ts";
import type { UsedSite } from "../../lib/schema/site-use.ts";
import type { Invitation } from "../../lib/schema/workspace.ts";
import type { AlertActions } from "../alerts/actions.ts";
import type { BreakActions } from "../break/actions.ts";

/** What a member does with their own devices. Each rejects with why not. */
export interface DeviceActions {
  list(): Promise<readonly OwnDevice[]>;
  signOut(deviceId: string): Promise<unknown>;
  /** A way in for one more. */
  invite(): Promise<Invitation>;
  copy(text: string): Promise<void>;
}

/** What Fanswer does on which site. */
export interface SiteActions {
  list(): Promise<readonly UsedSite[]>;
  use(site: UsedSite["site"], use: UsedSite["use"]): Promise<unknown>;
}

/** What a member can settle. Each rejects with why not. */
export interface SettingsActions {
  choose(sharing: Session["sharing"]): Promise<unknown>;
  /** Primary tags; null: as the browser says. */
  read(languages: readonly string[] | null): Promise<unknown>;
  /** Topics that the member knows, of the labels of the keyword lists. */
  know(topics: readonly string[]): Promise<unknown>;
  /** Which language the extension speaks here; null: the browser's own. */
  speak(language: InterfaceLanguage | null): Promise<unknown>;
  rename(name: string): Promise<unknown>;
  /** Ends membership, or this device's part in it. */
  leave(what: MessageArgs<"session.leave">): Promise<unknown>;
  readonly sites: SiteActions;
  readonly alerts: AlertActions;
  readonly breaks: BreakActions;
  readonly devices: DeviceActions;
  openWelcome(): void;
  /** The page of one's own work. */
  openYou(): void;
}
