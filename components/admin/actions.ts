import type { AlertRules } from "../../lib/schema/alert-choices.ts";
import type { BrakeChange, BrakeRules } from "../../lib/schema/brake.ts";
import type { ClockSettings } from "../../lib/schema/clock.ts";
import type { Figures } from "../../lib/schema/figures.ts";
import type { NewInvitation, OpenInvitation } from "../../lib/schema/invitations.ts";
import type { KeywordListHead } from "../../lib/schema/keywords.ts";
import type { LevelRules } from "../../lib/schema/level-rules.ts";
import type { LookRules } from "../../lib/schema/look-rules.ts";
import type { MessageArgs } from "../../lib/schema/messages.ts";
import type { Retention } from "../../lib/schema/retention.ts";
import type { DisclosureGap, Invitation, ReplyPolicy, Workspace } from "../../lib/schema/workspace.ts";
import type { BrandActions } from "../brand/actions.ts";
import type { PeriodActions } from "../figures/actions.ts";
import type { ForumActions } from "../forum/actions.ts";
import type { IntegrationActions } from "../integrations/actions.ts";
import type { VersionActions } from "../keywords/actions.ts";
import type { KnowledgeActions } from "../knowledge/actions.ts";
import type { PeopleActions } from "../people/actions.ts";
import type { RightsActions } from "../rights/actions.ts";
import type { ModelActions } from "../rules/actions.ts";

/** Each rejects with why not. */
export interface InvitationActions {
  make(invitation: NewInvitation): Promise<Invitation>;
  list(): Promise<readonly OpenInvitation[]>;
  /** Takes one back. */
  revoke(id: string): Promise<unknown>;
}

/** What the admin page asks of the background. Each rejects with why not. */
export interface AdminActions extends KnowledgeActions, ModelActions, BrandActions {
  push(args: MessageArgs<"keywords.push">): Promise<KeywordListHead>;
  removeList(args: MessageArgs<"keywords.remove">): Promise<KeywordListHead>;
  readonly versions: VersionActions;
  pushRules(args: MessageArgs<"triage.push">): Promise<Workspace>;
  readonly invitations: InvitationActions;
  copy(text: string): Promise<void>;
  openWelcome(): void;
  readFigures(): Promise<Figures>;
  readonly periods: PeriodActions;
  setRules(answering: ReplyPolicy): Promise<unknown>;
  setBrake(change: BrakeChange): Promise<unknown>;
  setBrakeRules(rules: BrakeRules): Promise<unknown>;
  setLevels(rules: LevelRules): Promise<unknown>;
  setLooks(looks: LookRules): Promise<unknown>;
  setRetention(retention: Retention): Promise<unknown>;
  readGaps(): Promise<readonly DisclosureGap[]>;
  setAlertRules(rules: AlertRules): Promise<unknown>;
  saveClock(clock: ClockSettings): Promise<Workspace>;
  readonly integrations: IntegrationActions;
  readonly forum: ForumActions;
  readonly people: PeopleActions;
  readonly rights: RightsActions;
}
