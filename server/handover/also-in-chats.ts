import type { AlertRules } from "../../lib/schema/alert-choices.ts";
import { type AlertKind, alertKind, alertKinds } from "../../lib/schema/alerts.ts";
import type { MentionEvent } from "../../lib/schema/integration.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { isDanger } from "../../lib/schema/triage.ts";

/** Of kinds that are about some of an event's mentions only, which. */
const isAbout: { readonly [K in AlertKind]?: (mention: Mention) => boolean } = {
  danger: ({ triage }) => isDanger(triage.hazard),
  still_broken: ({ followUp }) => followUp?.mood === "negative",
  thanks: ({ followUp }) => followUp?.mood === "thanks",
};

/** Whether the workspace wants all its chats to hear of an event, as one of its alerts goes there too. */
export function isAlsoInChats({ off, chats }: AlertRules, event: MentionEvent, mention: Mention): boolean {
  return alertKinds.some(
    (kind) => alertKind(kind).chats === event && chats.includes(kind) && !off.includes(kind) && (isAbout[kind]?.(mention) ?? true),
  );
}
