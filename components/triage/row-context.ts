import type { Calibration } from "../../lib/schema/calibration.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import type { ClockRules } from "../../lib/state/clock.ts";
import type { RowActions } from "./actions.ts";
import type { OpenMenu } from "./step-menu.tsx";

/** What every row of the panel needs to know, whichever post it shows. */
export interface RowContext {
  readonly me: Member;
  /** The server's time, epoch ms. */
  readonly nowMs: number;
  readonly pace: ClockRules;
  /** Operations of this device that are not sent yet. */
  readonly waiting: number;
  readonly isOffline: boolean;
  /** How often triage was right in this workspace; null until the server has told. */
  readonly calibration: Calibration | null;
  /** What the workspace says to do about self-harm; empty for the words that are shipped. */
  readonly selfHarmNote: string;
  /** The people of staff, as far as they are known here. */
  readonly staff: readonly Member[];
  readonly actions: RowActions;
  /** Says why something does nothing just now. */
  readonly onHint: (text: string) => void;
}

/** What an open row needs besides. */
export interface DetailProps {
  mention: Mention;
  context: RowContext;
  /** Other posts that may be about the same case, by the same author or in nearly the same words. */
  duplicates: readonly Mention[];
  menu: OpenMenu;
  onMenu: (menu: OpenMenu) => void;
}
