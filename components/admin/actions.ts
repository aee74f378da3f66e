import type { ClockSettings } from "../../lib/schema/clock.ts";
import type { KeywordListHead } from "../../lib/schema/keywords.ts";
import type { MessageArgs } from "../../lib/schema/messages.ts";
import type { Role } from "../../lib/schema/roles.ts";
import type { DisclosureGap, Invitation, ReplyPolicy, StartLevel, Workspace } from "../../lib/schema/workspace.ts";
import type { IntegrationActions } from "../integrations/actions.ts";
import type { KnowledgeActions } from "../knowledge/actions.ts";
import type { PeopleActions } from "../people/actions.ts";
import type { ModelActions } from "../rules/actions.ts";

/** What the admin page asks of the background. Each rejects with why not. */
export interface AdminActions extends KnowledgeActions, ModelActions {
  push(args: MessageArgs<"keywords.push">): Promise<KeywordListHead>;
  removeList(args: MessageArgs<"keywords.remove">): Promise<KeywordListHead>;
  pushRules(args: MessageArgs<"triage.push">): Promise<Workspace>;
  invite(role: Role, level: StartLevel): Promise<Invitation>;
  copy(text: string): Promise<void>;
  openWelcome(): void;
  setRules(answering: ReplyPolicy): Promise<unknown>;
  readGaps(): Promise<readonly DisclosureGap[]>;
  saveClock(clock: ClockSettings): Promise<Workspace>;
  readonly integrations: IntegrationActions;
  readonly people: PeopleActions;
}
