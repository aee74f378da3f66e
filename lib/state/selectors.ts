import { postLanguage } from "../schema/language.ts";
import { claimLimit, type LevelRules } from "../schema/level-rules.ts";
import type { Mention } from "../schema/mention.ts";
import type { Session } from "../schema/messages.ts";
import { ownOpinion } from "../schema/opinions.ts";
import { takesBreak, topicMinutes } from "../schema/profile.ts";
import { can } from "../schema/roles.ts";
import { wrongNow } from "../schema/second-look.ts";
import { defaultTriageSettings } from "../schema/triage-defaults.ts";
import type { Member } from "../schema/workspace.ts";
import { othersAt } from "../store/presence.ts";
import { turnOf } from "../store/turns.ts";
import { type ClockRules, clockOf, isLive, liveClaim } from "./clock.ts";

/**
 * The queue's order, as the server takes it: whose turn comes first, that of known `topics` a bit earlier, then the id, so that rows never swap places
 * by chance.
 */
export function byTurn(patienceMinutes: number, topics: readonly string[] = []): (a: Mention, b: Mention) => number {
  const ahead = ({ labels }: Mention) => (labels.some((label) => topics.includes(label)) ? topicMinutes * 60_000 : 0);
  const turn = (mention: Mention) => turnOf(mention, patienceMinutes) - ahead(mention);
  return (a, b) => turn(a) - turn(b) || (a.id < b.id ? -1 : 1);
}

/** What is due first on top; the rest of the order is kept. */
const byClock = (a: Mention, b: Mention): number => Date.parse(a.dueAt) - Date.parse(b.dueAt);

/** As whom the community lets this device in; null when it does not, or nobody joined. */
export const memberOf = (session: Session): Member | null => (session.shutOut ? null : session.member);

/** How long calm posts let pressing ones pass in this workspace, in minutes. */
export const patienceOf = (session: Session | null): number => (session?.workspace?.triage ?? defaultTriageSettings).patienceMinutes;

/** What a member may be offered, each in the order of the queue. A post of an unknown language counts as one's own, as on the server. */
interface Offers {
  readonly own: readonly Mention[];
  readonly others: readonly Mention[];
}

/** What waits for this member, by whether it is in one of their `languages` (primary tags). `nowMs`: the server's time. */
export function offersFor(
  mentions: readonly Mention[],
  member: Member,
  nowMs: number,
  patienceMinutes: number,
  languages: readonly string[],
): Offers {
  const isOwn = (mention: Mention) => {
    const language = postLanguage(mention);
    return language === null || languages.includes(language);
  };
  const waiting = mentions.filter((mention) => waits(mention, member, nowMs)).sort(byTurn(patienceMinutes, member.profile?.topics));
  return { own: waiting.filter(isOwn), others: waiting.filter((mention) => !isOwn(mention)) };
}

/** How many more posts the member may take: those still theirs count, not those that nobody holds any more. */
export function roomFor(mentions: readonly Mention[], member: Member, levels: LevelRules, nowMs: number): number {
  return claimLimit(member, levels) - mentions.filter((mention) => liveClaim(mention, nowMs)?.holder.id === member.id).length;
}

/** The member's answers that reviewers approved: nothing is left but to post them. */
export function approvedOf(mentions: readonly Mention[], member: Member): Mention[] {
  return heldBy(mentions, member.id).filter(({ draft }) => draft?.status === "approved" && draft.author.id === member.id);
}

/** Whether a mention waits and this member may take it: escalated ones are for staff, and one for which the member proposed something is done with for them. */
export function waits(mention: Mention, member: Member, nowMs: number): boolean {
  if (!isLive(mention) || liveClaim(mention, nowMs) || ownOpinion(mention)) return false;
  return can(member, "triage") || (mention.status !== "escalated" && mention.route === "community");
}

/** What a member holds, the one that runs out first on top. */
export function heldBy(mentions: readonly Mention[], memberId: string): Mention[] {
  const endOf = (mention: Mention) => Date.parse(mention.claim?.expiresAt ?? mention.dueAt);
  return mentions
    .filter((mention) => mention.status === "claimed" && mention.claim?.holder.id === memberId)
    .sort((a, b) => endOf(a) - endOf(b) || (a.id < b.id ? -1 : 1));
}

/** The side panel's sections; a mention stands in exactly one of them. */
export interface StaffSections {
  /** Escalated and nobody is on it, or its answer was found wrong. */
  readonly now: readonly Mention[];
  /** The first-answer clock is about to run out, or has: what runs out first on top. */
  readonly clock: readonly Mention[];
  /** A draft waits for somebody's word. */
  readonly review: readonly Mention[];
  /** Held by this member, then what they were asked to take care of. */
  readonly mine: readonly Mention[];
  /** The rest: live ones first, then answered and dismissed. Deleted posts are left out. */
  readonly all: readonly Mention[];
}

/** Sorts what is on the device into the panel's sections. `nowMs`: the server's time. */
export function staffSections(
  mentions: readonly Mention[],
  member: Member,
  nowMs: number,
  patienceMinutes: number,
  pace?: ClockRules,
): StaffSections {
  const order = byTurn(patienceMinutes);
  const asked = mentions.filter((mention) => isLive(mention) && !liveClaim(mention, nowMs) && mention.assignee?.id === member.id);
  const held = heldBy(mentions, member.id);
  const mine = [...held, ...asked.filter((mention) => !held.includes(mention)).sort(order)];
  const taken = new Set(mine);
  const rest = mentions.filter((mention) => mention.status !== "gone" && !taken.has(mention));
  const sectionOf = (mention: Mention) => {
    if (isLive(mention) && mention.draft?.status === "in_review") return "review";
    if (wrongNow(mention) !== null || mention.status === "escalated" || expiredAtStaff(mention, nowMs)) return "now";
    return (clockOf(mention, nowMs, pace)?.level ?? "running") === "running" ? "all" : "clock";
  };
  const pick = (section: string) => rest.filter((mention) => sectionOf(mention) === section).sort(order);
  const all = pick("all");
  return {
    now: pick("now"),
    clock: pick("clock").sort(byClock),
    review: pick("review"),
    mine,
    all: [...all.filter(isLive), ...all.filter((mention) => !isLive(mention))],
  };
}

/** Taken from the staff's queue by somebody whose time ran out. */
function expiredAtStaff(mention: Mention, nowMs: number): boolean {
  return mention.status === "claimed" && mention.route !== "community" && !liveClaim(mention, nowMs);
}

/** How many mentions need this member: what they hold, and for staff what waits for staff; none during a break. */
export function needsMember(mentions: readonly Mention[], member: Member, nowMs: number): number {
  if (takesBreak(member, nowMs)) return 0;
  // Only counted: the order does not matter.
  const sections = staffSections(mentions, member, nowMs, 0);
  return sections.mine.length + (can(member, "triage") ? sections.now.length : 0);
}

export { othersAt };
