import * as v from "valibot";
import type { MentionEvent } from "./integration.ts";
import { type Ability, can } from "./roles.ts";

/** What a kind of alert is. */
interface AlertKindRow {
  /** Who it is for: members who may do this. */
  readonly needs: Ability;
  /**
   * Whom of these it reaches: `own` those whose work it is about, `few` those whom the server calls (see docs/alerts.md), `all` everybody, unless
   * somebody else has the post.
   */
  readonly reach: "own" | "few" | "all";
  /** It cannot wait for the next hour: it is told although as many alerts as somebody wants in an hour were. */
  readonly isUrgent: boolean;
  /** What connected chats hear at the same moment, where the workspace wants that; null: nothing. */
  readonly chats: MentionEvent | null;
}

/** Every kind of alert, the most pressing first. A new one is a line here, with its source in `lib/state/alerts.ts` and its words. */
const kinds = {
  /** Somebody may come to harm. */
  danger: { needs: "triage", reach: "all", isUrgent: true, chats: "escalated" },
  /** The first answer is due in a quarter of an hour. */
  clock: { needs: "triage", reach: "all", isUrgent: true, chats: "clock_warning" },
  /** The brake came on by itself. */
  brake: { needs: "stopCommunity", reach: "all", isUrgent: true, chats: null },
  /** What the member holds is theirs for two minutes more. */
  claim_ending: { needs: "answer", reach: "own", isUrgent: true, chats: null },
  /** A second reader found an answer of the member's wrong. */
  wrong: { needs: "answer", reach: "own", isUrgent: false, chats: null },
  /** The author of a post that the member answered is not helped. */
  still_broken: { needs: "answer", reach: "own", isUrgent: false, chats: "follow_up" },
  /** Reviewers approved the member's draft, or sent it back. */
  draft_read: { needs: "answer", reach: "own", isUrgent: false, chats: null },
  /** A newcomer's draft waits for somebody to read it. */
  review: { needs: "review", reach: "few", isUrgent: false, chats: null },
  /** A post waits that the member is likely to answer. */
  post: { needs: "answer", reach: "few", isUrgent: false, chats: null },
  /** An answer on record that the member owns ends soon, or did. */
  item_ending: { needs: "answer", reach: "own", isUrgent: false, chats: null },
  /** Fanswer no longer reads a site's pages on this device. */
  drift: { needs: "triage", reach: "all", isUrgent: false, chats: null },
  /** The author of a post that the member answered says thank you. */
  thanks: { needs: "answer", reach: "own", isUrgent: false, chats: "follow_up" },
} as const satisfies Record<string, AlertKindRow>;
export type AlertKind = keyof typeof kinds;
export const alertKinds = Object.keys(kinds) as [AlertKind, ...AlertKind[]];

/** All about a kind. */
export const alertKind = (kind: AlertKind): AlertKindRow => kinds[kind];

/** The kinds that there are for a member. Staff are not called to what the community answers, nor to what it reads. */
export function alertKindsFor(member: { readonly role: string }): AlertKind[] {
  const isStaff = can(member, "triage");
  return alertKinds.filter((kind) => can(member, kinds[kind].needs) && !(isStaff && kinds[kind].reach === "few"));
}

/** How long before its end a claim, and a clock, asks for attention, in ms. */
export const endingMs = 2 * 60_000;
export const clockMs = 15 * 60_000;

/** Whether a browser shows alerts, and of which kind its member was told in the last hour. */
export const AlertState = v.object({ isAllowed: v.boolean(), last: v.nullable(v.picklist(alertKinds)) });
export type AlertState = v.InferOutput<typeof AlertState>;
