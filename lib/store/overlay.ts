import { type LevelRules, levelsOf, proposesOnly } from "../schema/level-rules.ts";
import { firstAnswerMs, type MentionStatus, nextMentionStatuses, waitingStatus } from "../schema/lifecycle.ts";
import { type Mention, mentionId, type Opinion, type Sighting, type Wish } from "../schema/mention.ts";
import type { OperationArgs, OperationName } from "../schema/operations.ts";
import { review as needed } from "../schema/reviewing.ts";
import { defaultTriageSettings } from "../schema/triage-defaults.ts";
import type { TriageSettings } from "../schema/triage-settings.ts";
import { untouched } from "../schema/untouched.ts";
import type { Member } from "../schema/workspace.ts";
import { overruled, withOverrule, withoutOverrules } from "../triage/overrules.ts";
import { minutesSince } from "../triage/priority.ts";
import type { OutboxRow } from "./database.ts";

/** What an operation needs to show its effect at once. */
export type Pending = Pick<OutboxRow, "name" | "args" | "atMs">;
/** Who did it, and what the levels of their workspace may. */
type Me = Pick<Member, "id" | "name" | "role" | "level"> & { readonly levels?: LevelRules };
type Effect<N extends OperationName> = (mention: Mention, args: OperationArgs<N>, me: Me, at: string, settings: TriageSettings) => Mention;

/** How each queued operation is expected to end; the server's answer replaces the guess. */
const effects: { [N in OperationName]?: Effect<N> } = {
  "claim.release": (mention, { fence }) => (mention.claim?.fence === fence ? move(mention, waitingStatus(mention.route)) : mention),
  "draft.save": (mention, { fence, text }, me, at) =>
    mention.claim?.fence === fence && !isSameText(mention, text, me) ? writeDraft(mention, text, me, at) : mention,
  "review.request": sendToReviewers,
  "review.accept": sendToReviewers,
  "reply.posted": (mention, { fence, text, url, proof }, me, at) =>
    mention.claim?.fence === fence ? { ...move(mention, "answered"), reply: { text, url, proof, author: person(me), at } } : mention,
  "mention.route": (mention, { route, note }, me) => {
    if (route === "community" && mention.route === "community" && isProposed(mention, "route")) return withoutMine(mention, "route");
    const said = { wish: "route", value: route, note: note.trim() || null } as const;
    if (route !== "community" && isProposal(mention, "route", me)) return proposed(mention, said, me);
    return move({ ...mention, route, note: said.note }, waitingStatus(route));
  },
  "mention.overrule": (mention, say, me, at, settings) => overrule(mention, say, me, at, settings),
  "mention.dismiss": (mention, { reason }, me) =>
    isProposal(mention, "dismiss", me)
      ? proposed(mention, { wish: "dismiss", value: reason, note: null }, me)
      : move({ ...mention, note: reason }, "dismissed"),
  "mention.reopen": (mention, _, me) => {
    if (mention.status !== "dismissed") return withoutMine(mention, "dismiss");
    // Whether it was this member's own word, which can be taken back at once, the server knows.
    if (isProposal(mention, "reopen", me)) return proposed(mention, { wish: "reopen", value: "", note: null }, me);
    return move({ ...mention, note: null, mergedInto: null }, waitingStatus(mention.route));
  },
  "opinion.decline": (mention, { wish, isDeclined }) =>
    isDeclined ? { ...mention, opinions: (mention.opinions ?? []).filter((each) => each.wish !== wish) } : mention,
  // The name comes with the server's answer.
  "mention.assign": (mention, { memberId }, me) => ({
    ...mention,
    assignee: memberId === null ? null : memberId === me.id ? person(me) : { id: memberId, name: "…" },
  }),
  "mention.merge": (mention, { intoId }) => move({ ...mention, note: null, mergedInto: intoId }, "dismissed"),
};

/**
 * The mention as it looks from here: the server's row and on it what this device asked for and has no answer to
 * yet, in order. Pure. A post that only this device knows begins with its report; null without either.
 */
export function applyPending(
  mention: Mention | null,
  operations: readonly Pending[],
  me: Me,
  settings: TriageSettings = defaultTriageSettings,
): Mention | null {
  let seen = mention;
  for (const { name, args, atMs } of operations) {
    const at = new Date(atMs).toISOString();
    try {
      if (name === "mention.report") seen ??= provisional(args as Sighting, at);
      else if (seen) seen = (effects[name] as Effect<OperationName> | undefined)?.(seen, args as never, me, at, settings) ?? seen;
    } catch {
      // A damaged operation shows nothing; the next sync sets it aside.
    }
  }
  return seen;
}

const isProposed = ({ opinions }: Mention, wish: Wish): boolean => (opinions ?? []).some((each) => each.wish === wish && each.isMine);

/** Whether a newcomer's word is only a proposal, as nobody else has said the same. */
const isProposal = ({ opinions }: Mention, wish: Wish, me: Me): boolean =>
  proposesOnly(me, levelsOf(me)) && !(opinions ?? []).some((each) => each.wish === wish && !each.isMine);

function withoutMine(mention: Mention, wish: Wish): Mention {
  return { ...mention, opinions: (mention.opinions ?? []).filter((each) => !(each.isMine && each.wish === wish)) };
}

/** The mention with a proposal on it: it stays where it is, and its holder gives it back. */
function proposed(mention: Mention, said: Omit<Opinion, "isMine">, me: Me): Mention {
  const { opinions } = withoutMine(mention, said.wish);
  const seen = { ...mention, opinions: [...(opinions ?? []), { ...said, isMine: true }] };
  return mention.claim?.holder.id === me.id ? move(seen, waitingStatus(mention.route)) : seen;
}

/** The scores with what a person says of them; a post that waits follows to its new route unless a person had sent it elsewhere. */
function overrule(mention: Mention, say: OperationArgs<"mention.overrule">, me: Me, at: string, settings: TriageSettings): Mention {
  const waited = minutesSince(mention.postedAt, Date.parse(mention.firstSeenAt));
  const scored = withoutOverrules(mention.triage, mention.overrules, waited, settings);
  const overrules = withOverrule(mention.overrules, scored, say, person(me), at);
  const triage = overruled(scored, overrules, waited, settings);
  const seen = { ...mention, overrules, triage };
  const isWaiting = mention.status === waitingStatus(mention.route);
  const follows = triage.route !== mention.triage.route && (say.field === "route" || mention.route === mention.triage.route);
  return isWaiting && follows ? move({ ...seen, route: triage.route }, waitingStatus(triage.route)) : seen;
}

function move(mention: Mention, status: MentionStatus): Mention {
  const allowed = status === mention.status || nextMentionStatuses[mention.status].includes(status);
  return allowed ? { ...mention, status, claim: null } : mention;
}

/** Other words take a draft back from where it is; the same ones leave it there. */
const isSameText = ({ draft }: Mention, text: string, me: Me) => draft?.text === text && draft.author.id === me.id;

function writeDraft(mention: Mention, text: string, me: Me, at: string): Mention {
  const review = mention.draft?.author.id === me.id ? mention.draft.review : null;
  return {
    ...mention,
    draft: { text, status: "writing", author: person(me), updatedAt: at, review: review ? { ...review, verdicts: [] } : null },
  };
}

/** A text that reviewers have or approved stays as it is; any other is sent to them, without a verdict so far. */
function sendToReviewers(mention: Mention, { fence, text }: OperationArgs<"review.request">, me: Me, at: string): Mention {
  const isThere = isSameText(mention, text, me) && mention.draft?.status !== "writing";
  if (mention.claim?.fence !== fence || isThere) return mention;
  const review = { since: at, needs: needed.approvals, needsUnlike: false, forStaff: false, reason: null, verdicts: [] };
  return { ...mention, draft: { text, status: "in_review", author: person(me), updatedAt: at, review } };
}

const person = ({ id, name }: Me) => ({ id, name });

/** A reported post before the server has seen it. */
function provisional(sighting: Sighting, at: string): Mention {
  const { hits, counts: _counts, isReply: _isReply, ...kept } = sighting;
  return {
    ...kept,
    id: mentionId(sighting.site, sighting.postId),
    firstSeenAt: at,
    dueAt: new Date(Date.parse(sighting.postedAt ?? at) + firstAnswerMs).toISOString(),
    labels: [...new Set(hits.map((hit) => hit.label))],
    byHand: hits.length === 0,
    status: waitingStatus(sighting.triage.route),
    route: sighting.triage.route,
    ...untouched,
    revision: 0,
  };
}
