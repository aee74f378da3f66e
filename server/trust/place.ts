import { type LevelRules, proposesOnly } from "../../lib/schema/level-rules.ts";
import { waitingStatus } from "../../lib/schema/lifecycle.ts";
import type { Wish } from "../../lib/schema/mention.ts";
import { can } from "../../lib/schema/roles.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import type { MentionRow } from "../store/mentions.ts";
import type { DeedRow, HearingRow, OpinionRow } from "../store/take-backs.ts";

/** Where a post is, and what was said of that. */
export type QueuePlace = Pick<MentionRow, "status" | "route" | "routed_by_person" | "note" | "note_by" | "follow_up">;

export const queuePlaceOf = ({ status, route, routed_by_person, note, note_by, follow_up }: MentionRow): QueuePlace => ({
  status,
  route,
  routed_by_person,
  note,
  note_by,
  follow_up,
});

/** All that is known of one post and of what people did with it. */
export interface MentionFacts {
  readonly row: MentionRow;
  /** What people decided over it, in order. */
  readonly deeds: readonly DeedRow[];
  readonly opinions: readonly OpinionRow[];
  readonly hearings: readonly HearingRow[];
  /** Who wrote the published answer; null when there is none. */
  readonly answeredBy: string | null;
  /** Others wrote something for it, or saw it otherwise. */
  readonly isSeenByOthers: boolean;
  readonly members: ReadonlyMap<string, Pick<Member, "role" | "level">>;
  /** What the levels of their workspace may. */
  readonly levels: LevelRules;
}

/** Whose doings are taken back, from when on, and by whom. */
export interface Whose {
  readonly memberId: string;
  readonly since: Date;
  readonly by: string;
}

interface Without {
  readonly place: QueuePlace;
  /** The published answer is theirs, and counts no more. */
  readonly hidesReply: boolean;
  readonly opinions: readonly OpinionRow[];
  readonly hearings: readonly HearingRow[];
}

/** A later post of the author is believed when staff heard it or two heard the same. */
function isBelieved(hearings: readonly HearingRow[], isStaff: (memberId: string) => boolean): boolean {
  const said = hearings.filter(({ state }) => state !== "declined");
  return said.some((one) => isStaff(one.heard_by) || said.some((other) => other.heard_by !== one.heard_by && other.body === one.body));
}

/**
 * Where a post is, and who said what of it, without what one member did since; where somebody else went on, it stays. Pure. Gives everything that is
 * different, with what it is instead.
 */
export function without(
  { row, deeds, opinions, hearings, answeredBy, isSeenByOthers, members, levels }: MentionFacts,
  { memberId, since, by }: Whose,
): Without {
  const of = (id: string | null) => (id === null ? undefined : members.get(id));
  const isStaff = (id: string) => can(of(id) ?? { role: "" }, "triage");
  const isNewcomer = (id: string | null) => {
    const member = of(id);
    return member !== undefined && proposesOnly(member, levels);
  };
  const mine = deeds.filter((deed) => deed.member_id === memberId && deed.at >= since);
  const others = deeds.filter((deed) => deed.member_id !== null && deed.member_id !== memberId);
  const last = (action: string) => mine.findLast((deed) => deed.action === action);
  const wentOn = (at: Date) => others.some((deed) => deed.at > at);
  /** Theirs: they did it, or would have and another newcomer did. */
  const halfMine = (wish: Wish) =>
    opinions.find((each) => each.wish === wish && each.state === "taken" && each.member_id === memberId && isNewcomer(each.settled_by));
  const doneAt = (wish: Wish, action: string) => last(action)?.at ?? halfMine(wish)?.at ?? null;

  const place: { -readonly [K in keyof QueuePlace]: QueuePlace[K] } = queuePlaceOf(row);
  const rest = (clean = true) => Object.assign(place, { status: waitingStatus(place.route), ...(clean && { note: null, note_by: null }) });
  const isResting = () => place.status === "open" || place.status === "escalated";
  const reverted = new Set<Wish>();

  const wasHeld = row.status === "claimed" && row.holder === memberId;
  if (wasHeld) rest(false);

  const dismissedAt = doneAt("dismiss", "mention.dismiss");
  const isTheirs = row.note_by === memberId || halfMine("dismiss") !== undefined;
  if (place.status === "dismissed" && row.merged_into === null && dismissedAt && isTheirs) {
    rest();
    reverted.add("dismiss");
  }

  const routedAt = doneAt("route", "mention.route");
  const routedTo = last("mention.route")?.detail.route ?? place.route;
  if (
    place.status === "escalated" &&
    routedAt &&
    row.routed_by_person &&
    routedTo === row.route &&
    row.route !== "community" &&
    !wentOn(routedAt)
  ) {
    place.route = "community";
    place.routed_by_person = false;
    rest();
    reverted.add("route");
  }

  const reopenedAt = doneAt("reopen", "mention.reopen");
  const former = deeds.findLast(({ action, at }) => action === "mention.dismiss" && reopenedAt !== null && at <= reopenedAt);
  if (isResting() && reopenedAt && former && former.member_id !== memberId && !reverted.has("dismiss") && !wentOn(reopenedAt)) {
    Object.assign(place, { status: "dismissed", note: String(former.detail.reason), note_by: former.member_id });
    reverted.add("reopen");
  }

  const hidesReply = place.status === "answered" && answeredBy === memberId && last("reply.posted") !== undefined;
  if (hidesReply) rest();

  const declined = hearings.filter((each) => each.heard_by === memberId && each.at >= since && each.state !== "declined");
  const heard = declined.find(({ post_id }) => post_id === place.follow_up);
  const left = hearings.filter((each) => each.post_id === place.follow_up && each.heard_by !== memberId);
  if (heard && !isBelieved(left, isStaff)) {
    place.follow_up = null;
    if (isResting() && answeredBy !== null && !hidesReply && !wentOn(heard.at)) {
      place.status = "answered";
      // Staff answer there too; what only the author's mood handed on goes back.
      if (!isStaff(answeredBy) || (!row.routed_by_person && row.triage.route === "community")) place.route = "community";
    }
  }

  const isTouched = isSeenByOthers || others.length > 0 || opinions.some((each) => each.member_id !== memberId);
  if (isResting() && row.reported_by === memberId && row.first_seen_at >= since && !isTouched) {
    Object.assign(place, { status: "dismissed", note: "spam", note_by: by });
  }

  const changed = opinions.flatMap((each): OpinionRow[] => {
    const isOwn = each.member_id === memberId && each.at >= since;
    if (isOwn && (each.state === "open" || (each.state === "taken" && reverted.has(each.wish))))
      return [{ ...each, state: "declined", settled_by: by }];
    const completed = each.state === "taken" && each.settled_by === memberId && reverted.has(each.wish);
    return completed ? [{ ...each, state: "open", settled_by: null }] : [];
  });
  return { place, hidesReply, opinions: changed, hearings: declined.map((each) => ({ ...each, state: "declined" })) };
}
