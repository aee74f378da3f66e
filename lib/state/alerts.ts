import type { AlertRules, Call } from "../schema/alert-choices.ts";
import { type AlertKind, alertKind, alertKinds, alertKindsFor, clockMs, endingMs } from "../schema/alerts.ts";
import type { Brake } from "../schema/brake.ts";
import { postLanguage } from "../schema/language.ts";
import type { LevelRules } from "../schema/level-rules.ts";
import type { Mention } from "../schema/mention.ts";
import { takesBreak } from "../schema/profile.ts";
import { wrongNow } from "../schema/second-look.ts";
import { isDanger } from "../schema/triage.ts";
import { isPast } from "../schema/validity.ts";
import type { KnowledgeItem, Member } from "../schema/workspace.ts";
import { isLive, liveClaim } from "./clock.ts";
import { reviewsFor } from "./reviews.ts";
import { heldBy, waits } from "./selectors.ts";
import type { Drift } from "./store-state.ts";

/** One thing that a member may be told of. */
export interface Alert {
  readonly kind: AlertKind;
  /** Names it for good: what was told once is not told again. */
  readonly key: string;
  /** The post that it is about. */
  readonly mention: Mention | null;
}

/** What alerts come from: what of this device's posts may matter, and who asks. */
export interface AlertView {
  readonly mentions: readonly Mention[];
  readonly member: Member;
  readonly drifts: readonly Drift[];
  /** Answers on record of the member's own that end soon, or did lately. */
  readonly ending: readonly KnowledgeItem[];
  /** That the community is stopped; null, or not there: it is not. */
  readonly brake?: Brake | null | undefined;
  /** What the workspace says of levels, and of alerts. */
  readonly levels: LevelRules;
  readonly rules: AlertRules | undefined;
  /** The server's time, epoch ms. */
  readonly nowMs: number;
}

/** What happened longer ago than this is no news. */
const newsMs = 24 * 3_600_000;

type Found = Omit<Alert, "kind">;

/** Nobody else has it, nor was it given to somebody else: a member is alerted to what is theirs or nobody's. */
function isMineOrFree({ claim, status, assignee }: Mention, { member, nowMs }: AlertView): boolean {
  const holder = liveClaim({ status, claim }, nowMs)?.holder.id ?? member.id;
  return holder === member.id && (assignee?.id ?? member.id) === member.id;
}

const ofStaff = (view: AlertView, isDue: (mention: Mention) => boolean, key: (mention: Mention) => string): Found[] =>
  view.mentions
    .filter((mention) => isLive(mention) && mention.reply === null && isMineOrFree(mention, view) && isDue(mention))
    .map((mention) => ({ mention, key: key(mention) }));

const calledTo = ({ member, mentions }: AlertView, kind: AlertKind): Mention[] => {
  const ids = new Set((member.profile?.calls ?? []).filter((call: Call) => call.kind === kind).map(({ mentionId }) => mentionId));
  return mentions.filter(({ id }) => ids.has(id));
};

/** Later posts of the authors whom the member answered, of one mood. */
const followUps = ({ mentions, member, nowMs }: AlertView, mood: "thanks" | "negative"): Found[] =>
  mentions.flatMap((mention) => {
    const { followUp, reply, id } = mention;
    if (reply?.author.id !== member.id || followUp?.mood !== mood || nowMs - Date.parse(followUp.at) > newsMs) return [];
    return [{ mention, key: `${id} ${followUp.at}` }];
  });

/** What readers said of the member's draft, as long as they said something and the draft is not posted. */
function readOf({ mentions, member }: AlertView): Found[] {
  return heldBy(mentions, member.id).flatMap((mention) => {
    const { draft, id } = mention;
    const verdicts = draft?.review?.verdicts ?? [];
    const isRead = draft?.status === "approved" || draft?.status === "rejected" || verdicts.some(({ verdict }) => verdict === "suggested");
    return draft?.author.id === member.id && isRead
      ? [{ mention, key: `${id} ${draft.status} ${verdicts.length} ${draft.updatedAt}` }]
      : [];
  });
}

/** Where each kind comes from. */
const sources: Readonly<Record<AlertKind, (view: AlertView) => Found[]>> = {
  danger: (view) =>
    ofStaff(
      view,
      ({ triage }) => isDanger(triage.hazard),
      ({ id }) => id,
    ),
  clock: (view) =>
    ofStaff(
      view,
      ({ dueAt }) => Date.parse(dueAt) > view.nowMs && Date.parse(dueAt) - view.nowMs <= clockMs,
      ({ id, dueAt }) => `${id} ${dueAt}`,
    ),
  brake: ({ brake, nowMs }) => (brake?.why && nowMs - Date.parse(brake.since) <= newsMs ? [{ mention: null, key: brake.since }] : []),
  claim_ending: ({ mentions, member, nowMs }) =>
    heldBy(mentions, member.id).flatMap((mention) => {
      const claim = liveClaim(mention, nowMs);
      const isEnding = claim !== null && Date.parse(claim.expiresAt) - nowMs <= endingMs;
      return isEnding ? [{ mention, key: `${mention.id} ${claim.expiresAt}` }] : [];
    }),
  wrong: ({ mentions, member }) =>
    mentions
      .filter((mention) => mention.reply?.author.id === member.id && wrongNow(mention) !== null)
      .map((mention) => ({ mention, key: `${mention.id} ${mention.secondLook?.found?.at}` })),
  still_broken: (view) => followUps(view, "negative"),
  draft_read: readOf,
  review: (view) => reviewsFor(calledTo(view, "review"), view.member, view.levels).map((mention) => ({ mention, key: mention.id })),
  post: (view) =>
    calledTo(view, "post")
      .filter((mention) => waits(mention, view.member, view.nowMs))
      .map((mention) => ({ mention, key: mention.id })),
  item_ending: ({ ending, nowMs }) =>
    ending.map((item) => ({ mention: null, key: `${item.id} ${item.validUntil} ${isPast(item, nowMs) ? "past" : "soon"}` })),
  drift: ({ drifts, nowMs }) =>
    drifts
      .filter(({ at }) => nowMs - Date.parse(at) <= newsMs)
      .map(({ site, at }) => ({ mention: null, key: `${site} ${at.slice(0, 10)}` })),
  thanks: (view) => followUps(view, "thanks"),
};

/** All that the member may be told of now, the most pressing kind first; nothing during a break, and nothing that the workspace or they do not want. */
export function alertsOf(view: AlertView): Alert[] {
  const { member, rules, nowMs } = view;
  if (takesBreak(member, nowMs)) return [];
  const off = [...(rules?.off ?? []), ...(member.profile?.alerts?.off ?? [])];
  return alertKindsFor(member)
    .filter((kind) => !off.includes(kind))
    .flatMap((kind) => sources[kind](view).map((found) => ({ ...found, kind, key: `${kind} ${found.key}` })));
}

/** Alerts that are told as one: of a kind and, where several languages may wait, of one language. */
export interface AlertGroup {
  readonly id: string;
  readonly kind: AlertKind;
  /** Primary tag of the posts' language; null: it does not matter, or nobody knows. */
  readonly language: string | null;
  readonly alerts: readonly Alert[];
}

/** Alerts by what they are told as, in their order. */
export function groupAlerts(alerts: readonly Alert[]): AlertGroup[] {
  const groups = new Map<string, AlertGroup>();
  for (const alert of alerts) {
    const { kind, mention } = alert;
    const language = alertKind(kind).reach === "few" && mention ? postLanguage(mention) : null;
    const id = language === null ? kind : `${kind}.${language}`;
    const known = groups.get(id);
    groups.set(id, { id, kind, language, alerts: [...(known?.alerts ?? []), alert] });
  }
  return [...groups.values()];
}

/** The group that a notification of this id stands for; null when it is none of ours. */
export function groupKind(id: string): AlertKind | null {
  return alertKinds.find((kind) => id === kind || id.startsWith(`${kind}.`)) ?? null;
}
