import { FanswerError } from "../../lib/schema/errors.ts";
import { needsReview } from "../../lib/schema/level-rules.ts";
import { mostOf } from "../../lib/schema/limits.ts";
import { can } from "../../lib/schema/roles.ts";
import type { Workspace } from "../../lib/schema/workspace.ts";
import { isLinkOn } from "../../lib/sites/own-links.ts";
import { lineIn, sideOf } from "../../lib/suggest/disclosure.ts";
import { retold } from "../../lib/suggest/retell.ts";
import { saysTheSame } from "../../lib/suggest/same.ts";
import { firsts } from "../grouping.ts";
import { closeAnswered, type DraftRow, draftsOf, putDraft, putReplies, type ReplyRow, repliesOf, storedDraft } from "../store/drafts.ts";
import { putUses } from "../store/knowledge-uses.ts";
import { type AnswerableRow, lockToAnswer, touchMention } from "../store/mentions.ts";
import { putNearCopies } from "../store/near-copies.ts";
import { otherDrafts } from "../store/room.ts";
import { all, first, one } from "../store/statement.ts";
import { workspaceForReplies } from "../store/workspaces.ts";
import { type Ask, type Handler, locked, type ManyHandler, type OperationCall, present, type Shared, ShownMention } from "./call.ts";
import { disclosed } from "./disclosing.ts";
import { keepPieces, lookForCopies } from "./near-copies.ts";
import { type Experience, keepPrecedents } from "./precedents.ts";
import { notePresence } from "./presence.ts";
import { checkRoom } from "./room.ts";
import { checkDraftMove, checkFence, checkMove, refusalOf, statusAt } from "./rules.ts";
import { drawLooks } from "./second-look.ts";

/** Locks a mention for its holder to write on; gives the draft that is there. */
export async function lockedToWrite(call: OperationCall, mentionId: string, fence: number): Promise<DraftRow | null> {
  const row = await locked(call, mentionId);
  checkFence(call, row, fence);
  // Who may still answer may still write.
  checkMove(statusAt(row, call.at), "answered");
  if (row.status === "answered") throw new FanswerError("move_not_allowed", "answered");
  const draft = await first(call.client, storedDraft, call.workspaceId, mentionId);
  if (draft && draft.status !== "writing") checkDraftMove(draft.status, "writing");
  const { member } = call.device;
  if (draft?.author !== member.id) await checkRoom(call, mostOf.drafts, otherDrafts, [member.id, [mentionId]]);
  return draft;
}

export const saveDraft: Handler<"draft.save"> = async (call, { mentionId, fence, text }) => {
  const { client, at } = call;
  const { workspaceId, member } = call.device;
  const draft = await lockedToWrite(call, mentionId, fence);
  // Only other words take a draft back from where it is.
  if (draft?.body !== text || draft.author !== member.id) {
    const written = { text, author: member.id, ofStaff: can(member, "triage") };
    await all(client, putDraft, { workspaceId, mentionId, ...written, status: "writing", at });
    await all(client, touchMention, workspaceId, mentionId, await call.raise());
  }
  await notePresence(call, mentionId, "writing");
  return new ShownMention(mentionId);
};

type Post = Ask<"reply.posted">;

/** Says nothing new: a confirmation after the reply was seen, or no link where there was one. */
const isKnown = ({ proof, url }: Post["args"], known: ReplyRow | undefined): boolean =>
  known !== undefined && (known.proof === "seen" || proof === "confirmed") && (known.url !== null || url === null);

/** What was recorded, and perhaps approved, stays: a second word may only bring the proof and the link that were missing. */
const withKnown = (args: Post["args"], known: ReplyRow | undefined): Post["args"] =>
  known
    ? {
        ...args,
        text: known.body,
        disclosure: known.disclosure,
        url: known.url ?? args.url,
        proof: known.proof === "seen" ? "seen" : args.proof,
      }
    : args;

/** Records replies to different mentions. */
async function postEach(shared: Shared, asks: readonly Post[]): Promise<Map<Post, ShownMention | FanswerError>> {
  const { client, workspaceId, at, moved, later } = shared;
  const ids = asks.map(({ args }) => args.mentionId);
  const [found, workspace, drafts, isNear] = await Promise.all([
    all(client, lockToAnswer, workspaceId, ids),
    workspaceForReplies(client, workspaceId).then(present),
    newcomersDrafts(shared, asks),
    lookForCopies(shared, asks.map(saidBy)),
  ]);
  const rows = new Map(found.map((row) => [row.mention_id, row]));
  const answered = ids.filter((id) => rows.get(id)?.status === "answered");
  const known = new Map(
    answered.length === 0 ? [] : (await all(client, repliesOf, workspaceId, answered)).map((row) => [row.mention_id, row]),
  );
  const refused = new Map(
    asks.map((ask) => [
      ask,
      refusalOf(() => {
        checkPost(ask, rows.get(ask.args.mentionId), at);
        const before = known.get(ask.args.mentionId);
        if (before && ask.args.url !== null && before.url !== null && ask.args.url !== before.url)
          throw new FanswerError("move_not_allowed", "answered with another link");
        if (!before) checkApproved(ask, drafts.get(ask.args.mentionId), workspace);
      }),
    ]),
  );
  const news = asks.filter((ask) => !refused.get(ask) && !isKnown(ask.args, known.get(ask.args.mentionId)));
  if (news.length > 0) {
    const column = <T>(of: (ask: Post) => T) => news.map((ask) => of({ ...ask, args: withKnown(ask.args, known.get(ask.args.mentionId)) }));
    const told = column(({ args, device }) => disclosed(args, device.member, rows.get(args.mentionId), workspace));
    const replies = {
      mentions: column(({ args }) => args.mentionId),
      authors: column(({ device }) => device.member.id),
      bodies: column(({ args }) => args.text),
      urls: column(({ args }) => args.url),
      proofs: column(({ args }) => args.proof),
      disclosures: told.map(({ words }) => words),
      gaps: told.map(({ gap }) => gap),
      sides: told.map(({ gap, side }) => gap && side),
    };
    later(all(client, putReplies, { workspaceId, ...replies, at }));
    later(one(client, closeAnswered, { workspaceId, mentions: replies.mentions, at }).then(({ revision }) => moved(revision)));
    const firstReplies = news.filter(({ args }) => !known.has(args.mentionId));
    const again = firstReplies.map(({ args }) => args.mentionId).filter((id) => (rows.get(id)?.fence ?? 0) > 1);
    const copies = new Set(firstReplies.filter((ask) => isNear(saidBy(ask), workspace)));
    later(drawLooks(shared, workspace, firstReplies, again, copies));
    learn(shared, workspace, rows, firstReplies, copies);
  }
  return new Map(asks.map((ask) => [ask, refused.get(ask) ?? new ShownMention(ask.args.mentionId)]));
}

const saidBy = ({ args: { mentionId, text } }: Post) => ({ mentionId, text });

/** What comes of new replies. A near-copy stands on the site and is recorded, but noted as one: nothing is learnt from it, and it is looked at again. */
function learn(
  shared: Shared,
  workspace: Workspace,
  rows: ReadonlyMap<string, AnswerableRow>,
  replies: readonly Post[],
  copies: ReadonlySet<Post>,
): void {
  const { later } = shared;
  const original = replies.filter((ask) => !copies.has(ask));
  const learnt = replies.flatMap((ask) => {
    const experience = experienceOf(ask, rows.get(ask.args.mentionId), workspace);
    return experience ? [{ ask, experience }] : [];
  });
  later(noteUses(shared, original));
  const said = learnt.map(({ experience: { row, answer } }) => ({ mentionId: row.mention_id, text: answer ?? "" }));
  later(keepPieces(shared, said, null));
  later(
    keepPrecedents(
      shared,
      learnt.filter(({ ask }) => !copies.has(ask)).map(({ experience }) => experience),
    ),
  );
  later(noteCopies(shared, [...copies]));
}

async function noteCopies({ client, workspaceId, at }: Shared, copies: readonly Post[]): Promise<void> {
  if (copies.length === 0) return;
  const [mentions, members] = [copies.map(({ args }) => args.mentionId), copies.map(({ device }) => device.member.id)];
  await all(client, putNearCopies, { workspaceId, mentions, members, isPublished: true, at });
}

/** Notes which answers on record these replies began as. */
async function noteUses({ client, workspaceId, at }: Shared, asks: readonly Post[]): Promise<void> {
  const used = asks.flatMap(({ args, device }) =>
    args.from ? { mention: args.mentionId, member: device.member.id, source: args.from.source } : [],
  );
  if (used.length === 0) return;
  const column = <K extends keyof (typeof used)[number]>(key: K) => used.map((each) => each[key]);
  await all(client, putUses, { workspaceId, mentions: column("mention"), members: column("member"), sources: column("source"), at });
}

/** What a reply teaches about its post. */
function experienceOf({ args, device }: Post, row: AnswerableRow | undefined, workspace: Workspace): Experience | null {
  if (!row) return null;
  const { text, from = null } = args;
  const answer = retold(text, lineIn(text, workspace) ?? args.disclosure ?? "", row.author, row.triage.lang);
  return { row, memberId: device.member.id, source: from?.source ?? null, verdict: from?.edited ? "edited" : "accepted", answer };
}

/** The drafts that newcomers among the asks wrote, by mention. */
async function newcomersDrafts({ client, workspaceId }: Shared, asks: readonly Post[]): Promise<Map<string, DraftRow>> {
  const ids = asks.filter(({ device }) => needsReview(device.member, device.levels)).map(({ args }) => args.mentionId);
  const drafts = ids.length === 0 ? [] : await all(client, draftsOf, workspaceId, ids);
  return new Map(drafts.map((draft) => [draft.mention_id, draft]));
}

/** A newcomer posts what was approved, with the disclosure and nothing else. */
export function checkApproved(
  { device, args }: Pick<Ask, "device"> & { readonly args: { readonly text: string } },
  draft: DraftRow | undefined,
  workspace: Workspace,
): void {
  if (!needsReview(device.member, device.levels)) return;
  const isApproved = draft?.status === "approved" && draft.author === device.member.id;
  // Word for word, or what nobody approved could pass as a disclosure.
  const line = lineIn(args.text, workspace, sideOf(device.member)) ?? "";
  if (!isApproved || !saysTheSame(args.text, draft.body, line)) throw new FanswerError("review_needed");
}

function checkPost(ask: Post, row: AnswerableRow | undefined, at: Date): void {
  if (!row) throw new FanswerError("not_found");
  checkFence(ask, row, ask.args.fence);
  checkMove(statusAt(row, at), "answered");
  const { url } = ask.args;
  if (url !== null && !isLinkOn(row.site, row.permalink, url)) throw new FanswerError("link_refused", "url");
}

export const postReplies: ManyHandler<"reply.posted"> = async (shared, asks) => {
  const answers = new Map<Post, ShownMention | FanswerError>();
  for (let left = [...asks]; left.length > 0; left = left.filter((ask) => !answers.has(ask))) {
    // Those to the same mention one after the other.
    const different = firsts(left, ({ args }) => args.mentionId);
    for (const entry of await postEach(shared, [...different.values()])) answers.set(...entry);
  }
  return asks.map((ask) => answers.get(ask) as ShownMention | FanswerError);
};
