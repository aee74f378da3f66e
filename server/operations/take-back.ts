import type { Doings } from "../../lib/schema/doings.ts";
import { FanswerError } from "../../lib/schema/errors.ts";
import { waitingStatus } from "../../lib/schema/lifecycle.ts";
import { mostOf } from "../../lib/schema/limits.ts";
import { can } from "../../lib/schema/roles.ts";
import { noteDecisions } from "../audit/note.ts";
import { grouped } from "../grouping.ts";
import { lockMentions, type MentionRow, touchMention } from "../store/mentions.ts";
import { unsayLooks } from "../store/second-looks.ts";
import { all, first, one } from "../store/statement.ts";
import {
  authorsOn,
  type DoingsRow,
  deedsOn,
  doingsSince,
  doneBy,
  dropSightings,
  forgetTaught,
  type HearingRow,
  hearingsOn,
  hideReplies,
  type OpinionRow,
  opinionsOn,
  placeMentions,
  putHearingStates,
  putOpinionStates,
  putTakeBack,
  putTakenBack,
  rememberTaught,
  seenByOthers,
  standingTakeBacks,
  trustOf,
  undoTakeBack,
  untouchedSince,
} from "../store/take-backs.ts";
import { voidFences } from "../store/taken-texts.ts";
import { type QueuePlace, queuePlaceOf, without } from "../trust/place.ts";
import { type Counts, unusual } from "../trust/unusual.ts";
import type { Handler, OperationCall } from "./call.ts";
import { orRunAgain } from "./once.ts";
import { putBackPoints, takePointsBack } from "./take-back-points.ts";
import { placed, putBackTexts, type TextsBefore, type TextsChange, textsBefore, textsOf, writeTexts } from "./take-back-texts.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A post as it was before the taking back, and what else was changed with it. */
interface Before {
  readonly place: QueuePlace;
  readonly hidReply: boolean;
  readonly opinions: readonly OpinionRow[];
  readonly hearings: readonly HearingRow[];
  /** Missing in what older releases kept. */
  readonly texts?: TextsBefore | undefined;
  /** Lines of the ledger that rested on it, as they were; missing likewise. */
  readonly points?: readonly unknown[];
}

const countsOf = ({ dismissed, handed_on, brought_back, answered, reported, sent_back, refused, declined, taken }: DoingsRow): Counts => ({
  done: { dismissed, handedOn: handed_on, broughtBack: brought_back, answered, reported, sentBack: sent_back },
  refused,
  declined,
  taken,
});

export const listDoings: Handler<"member.doings"> = async ({ client, workspaceId, at }) => {
  const since = new Date(at.getTime() - dayMs);
  const [rows, takeBacks] = await Promise.all([
    all(client, doingsSince, workspaceId, since, mostOf.listedDoings),
    all(client, standingTakeBacks, workspaceId, since, mostOf.takeBacks),
  ]);
  // Staff do much in a day: beside advocates each of them would look unusual.
  const counted = rows.filter((row) => !can(row, "triage")).map((row) => ({ row, counts: countsOf(row) }));
  const people = counted.map(({ row: { id, name, role, level }, counts }): Doings => {
    const others = counted.filter(({ row }) => row.id !== id).map((other) => other.counts);
    return { member: { id, name, role, level }, ...counts, unusual: unusual(counts, others) };
  });
  return { people: people.toSorted((a, b) => b.unusual.length - a.unusual.length), takeBacks: takeBacks.map(({ take_back }) => take_back) };
};

/** Writes where posts are from now on, and all that goes with it; gives their revisions. */
async function write(call: OperationCall, changes: ReadonlyMap<string, Before>): Promise<Map<string, number>> {
  const { client, workspaceId, at } = call;
  if (changes.size === 0) return new Map();
  const entries = [...changes];
  const places = entries.map(([mention_id, { place }]) => ({ mention_id, ...place }));
  const ids = (isHidden: boolean) => entries.flatMap(([id, { hidReply }]) => (hidReply === isHidden ? [id] : []));
  await all(client, hideReplies, workspaceId, ids(true), true);
  const opinions = entries.flatMap(([, change]) => change.opinions);
  const hearings = entries.flatMap(([, change]) => change.hearings);
  await all(client, putOpinionStates, workspaceId, JSON.stringify(opinions), at);
  await all(client, putHearingStates, workspaceId, JSON.stringify(hearings));
  const rows = await all(client, placeMentions, workspaceId, JSON.stringify(places), places.length, at);
  const revisions = new Map(rows.map(({ mention_id, revision }) => [mention_id, revision]));
  call.moved(Math.max(0, ...revisions.values()));
  return revisions;
}

/** Adds a line to the history of each post. */
async function note(
  { client, workspaceId, at, operationId, device }: OperationCall,
  action: string,
  ids: readonly string[],
): Promise<void> {
  const member = device.member.id;
  const notes = ids.map((id) => ({ id: `${operationId} ${id}`, member, action, subject: id, detail: {} }));
  await noteDecisions({ client, workspaceId, at }, notes);
}

const isSame = (a: QueuePlace, b: QueuePlace): boolean => (Object.keys(a) as (keyof QueuePlace)[]).every((key) => a[key] === b[key]);

/** Takes back what one advocate did in the last hours, but where somebody else went on. What others did is never touched. */
export const takeBackDoings: Handler<"member.take_back"> = async (call, { memberId, hours, after = "" }) => {
  const { client, workspaceId, at, operationId: id, device } = call;
  const [member] = await all(client, trustOf, workspaceId, [memberId]);
  if (!member) throw new FanswerError("not_found");
  if (can(member, "triage")) throw new FanswerError("forbidden");
  const since = new Date(at.getTime() - hours * hourMs);
  const whose = { memberId, since, by: device.member.id };
  // This very operation took effect before: the transaction is run again and finds its kept answer.
  await all(client, putTakeBack, { workspaceId, id, ...whose, at }).catch(orRunAgain);
  const found = (await all(client, doneBy, workspaceId, memberId, since, mostOf.takenBack + 1, after)).map(({ mention_id }) => mention_id);
  const ids = found.slice(0, mostOf.takenBack);
  const rows = await all(client, lockMentions, workspaceId, ids);
  const [deeds, opinions, hearings, authors, seen] = await Promise.all([
    all(client, deedsOn, workspaceId, ids),
    all(client, opinionsOn, workspaceId, ids),
    all(client, hearingsOn, workspaceId, ids),
    all(client, authorsOn, workspaceId, ids),
    all(client, seenByOthers, workspaceId, ids, memberId),
  ]);
  const settlers = [
    ...opinions.flatMap((each) => each.settled_by ?? []),
    ...hearings.map((each) => each.heard_by),
    ...authors.map((each) => each.author),
  ];
  const people = await all(client, trustOf, workspaceId, [...new Set(settlers)]);
  const members = new Map(people.map((each) => [each.id, each]));
  const [deedsBy, opinionsBy, hearingsBy] = [
    grouped(deeds, ({ subject }) => subject),
    grouped(opinions, ({ mention_id }) => mention_id),
    grouped(hearings, ({ mention_id }) => mention_id),
  ];
  const authorBy = new Map(authors.map(({ mention_id, author }) => [mention_id, author]));
  const isSeen = new Set(seen.map(({ mention_id }) => mention_id));
  const textsBy = await textsOf(call, rows, whose);
  const texts: [MentionRow, TextsChange][] = [];
  const [changes, befores] = [new Map<string, Before>(), new Map<string, Before>()];
  for (const row of rows) {
    const key = row.mention_id;
    const facts = {
      row,
      deeds: deedsBy.get(key) ?? [],
      opinions: opinionsBy.get(key) ?? [],
      hearings: hearingsBy.get(key) ?? [],
      answeredBy: authorBy.get(key) ?? null,
      isSeenByOthers: isSeen.has(key),
      members,
      levels: call.device.levels,
    };
    const before = queuePlaceOf(row);
    const after = without(facts, whose);
    const written = textsBy(row);
    if (!written && isSame(before, after.place) && !after.hidesReply && after.opinions.length + after.hearings.length === 0) continue;
    if (written) texts.push([row, written]);
    const place = written && isSame(before, after.place) ? placed(after.place, written) : after.place;
    changes.set(key, { ...after, place, hidReply: after.hidesReply });
    befores.set(key, {
      place: before,
      texts: written ? textsBefore(written) : undefined,
      hidReply: after.hidesReply,
      opinions: facts.opinions.filter((each) =>
        after.opinions.some((other) => other.member_id === each.member_id && other.wish === each.wish),
      ),
      hearings: facts.hearings.filter((each) =>
        after.hearings.some((other) => other.post_id === each.post_id && other.heard_by === each.heard_by),
      ),
    });
  }
  await all(client, dropSightings, workspaceId, memberId, since, ids);
  const unsaid = await all(client, unsayLooks, { workspaceId, memberId, since, mentionIds: ids });
  for (const { mention_id } of unsaid) await all(client, touchMention, workspaceId, mention_id, await call.raise());
  await all(client, voidFences, workspaceId, ids, memberId);
  await writeTexts(call, texts, whose);
  const revisions = await write(call, changes);
  const earned = { changes, unsaid: unsaid.map(({ mention_id }) => mention_id), authors: authorBy.values() };
  const pointsOn = await takePointsBack(call, earned, whose);
  const moved = [...changes.keys()];
  const kept = (key: string) => JSON.stringify({ ...befores.get(key), points: pointsOn(key) });
  const [before, revision] = [moved.map(kept), moved.map((key) => revisions.get(key) ?? 0)];
  await all(client, putTakenBack, workspaceId, id, moved, before, revision);
  call.moved((await one(client, forgetTaught, workspaceId, memberId, since, id)).revision);
  await note(call, "member.take_back", moved);
  return { id, posts: moved.length, after: found.length > ids.length ? (ids.at(-1) ?? null) : null };
};

/** Brings back what was taken back, but where somebody went on since. */
export const undoTakingBack: Handler<"take_back.undo"> = async (call, { id }) => {
  const { client, workspaceId, at } = call;
  const rows = await all(client, untouchedSince, workspaceId, id);
  if (!(await first(client, undoTakeBack, workspaceId, id, at))) throw new FanswerError("not_found");
  const befores = rows.map(({ mention_id, before }) => [mention_id, before as Before] as const);
  // A claim is not restored: its holder has moved on.
  const rested = befores.map(([key, before]) => {
    const { status, route } = before.place;
    return [
      key,
      { ...before, hidReply: false, place: { ...before.place, status: status === "claimed" ? waitingStatus(route) : status } },
    ] as const;
  });
  const shown = befores.flatMap(([key, { hidReply }]) => (hidReply ? [key] : []));
  await all(client, hideReplies, workspaceId, shown, false);
  await putBackTexts(
    call,
    befores.map(([, { texts }]) => texts),
  );
  await putBackPoints(
    call,
    befores.map(([, { points }]) => points),
  );
  await write(call, new Map(rested));
  call.moved((await one(client, rememberTaught, workspaceId, id)).revision);
  await note(
    call,
    "take_back.undo",
    rows.map(({ mention_id }) => mention_id),
  );
  return { id, posts: rows.length };
};
