import type { PoolClient } from "pg";
import type { ForumStage } from "../../lib/schema/forum.ts";
import { mostOf } from "../../lib/schema/limits.ts";
import type { Discourse, SolvedAnswer } from "../connectors/discourse.ts";
import type { Deps } from "../deps.ts";
import { CallError } from "../egress/outbound.ts";
import { dropForumItems } from "../operations/forum-items.ts";
import { hasRoom } from "../operations/room.ts";
import * as runs from "../store/forum-runs.ts";
import { isForumItemStale, putForumItem } from "../store/lists.ts";
import { otherItems } from "../store/room.ts";
import { all, first, one } from "../store/statement.ts";
import { raiseCounter } from "../store/workspaces.ts";
import { forumItem } from "./forum-item.ts";

const dayMs = 24 * 60 * 60_000;
/** Pages of accounts, of 100 each, and of topics. */
const mostPages = { accounts: 1_000, topics: 400 } as const;
/** An answer is read again after so long, though nothing else was written in its topic: it may have been changed. */
const staleDays = 7;

/** A forum that something is taken over from. */
export interface ForumSource {
  readonly api: Discourse;
  readonly stages: readonly ForumStage[];
  /** The language of a text that does not tell. */
  readonly usual: string;
}

/** Where a run stands. */
export interface ForumPlace {
  readonly number: number;
  readonly stage: ForumStage;
  readonly page: number;
}

type Next = Omit<ForumPlace, "number"> | null;

/** What one call of the forum brought, to be put down; gives where the run stands then (null: at its end), and the workspace's revision when that moved. */
type Put = (client: PoolClient) => Promise<{ readonly next: Next; readonly revision: number | null }>;

const still = (next: Next) => ({ next, revision: null });

/** What follows a stage. */
const after = ({ stages }: ForumSource, stage: ForumStage): Next => {
  const next = stages[stages.indexOf(stage) + 1];
  return next === undefined ? null : { stage: next, page: 0 };
};

async function accountsStep(source: ForumSource, workspaceId: string, { number, stage, page }: ForumPlace): Promise<Put> {
  const people = page < mostPages.accounts ? await source.api.people(page + 1) : null;
  // A forum has at least the account whose key this is: whoever lists nobody is not to be believed, and nobody is forgotten.
  if (people === null && page === 0) throw new CallError("malformed");
  return async (client) => {
    if (people !== null) {
      const [accounts, trusts] = [people.map(({ account }) => account), people.map(({ trust }) => trust)];
      await all(client, runs.putPeople, { workspaceId, accounts, trusts, seen: number });
      return still({ stage, page: page + 1 });
    }
    await all(client, runs.forgetPeople, { workspaceId, seen: number });
    await all(client, runs.dropUnusedOfGone, { workspaceId });
    return still(after(source, stage));
  };
}

async function topicsStep(source: ForumSource, workspaceId: string, { number, stage, page }: ForumPlace, now: Date): Promise<Put> {
  const { topics, isLast } = await source.api.topics(page);
  return async (client) => {
    const before = new Date(now.getTime() - staleDays * dayMs);
    const [numbers, versions] = [topics.map(({ topic }) => topic), topics.map(({ version }) => version)];
    await all(client, runs.putTopics, { workspaceId, topics: numbers, versions, seen: number, before });
    const { seen, known } = await one(client, runs.countTopics, { workspaceId, seen: number });
    // Where all are gone at once, their plugin is rather off, or the list another one.
    if (isLast && seen === 0 && known > 0) throw new CallError("malformed");
    const isDone = isLast || seen >= mostOf.forumTopics || page + 1 >= mostPages.topics;
    return still(isDone ? after(source, stage) : { stage, page: page + 1 });
  };
}

/** Puts an answer down where it is new, or was changed there and by nobody here; gives the revision, null where nothing was put. */
async function putAnswer(client: PoolClient, workspaceId: string, { topic, taken }: runs.TopicToRead, answer: SolvedAnswer, usual: string) {
  const item = forumItem(topic, answer, usual);
  if (item === null || (taken && !(await first(client, isForumItemStale, { workspaceId, ...item }))?.yes)) return null;
  // What finds no room is left out, until there is.
  if (!(await hasRoom({ client, workspaceId }, mostOf.knowledge, otherItems, [[item.id]]))) return null;
  const { revision } = await one(client, raiseCounter, workspaceId);
  await all(client, putForumItem, { workspaceId, ...item, revision });
  return revision;
}

async function answersStep(
  { pool, now }: Pick<Deps, "pool" | "now">,
  source: ForumSource,
  workspaceId: string,
  place: ForumPlace,
): Promise<Put> {
  const { number, stage, page } = place;
  const topic = await first(pool, runs.topicToRead, { workspaceId, seen: number });
  const answer = topic && (await source.api.answer(topic.topic));
  return async (client) => {
    if (topic === null) {
      await all(client, runs.forgetTopics, { workspaceId, seen: number });
      return { next: null, revision: await dropForumItems(client, workspaceId) };
    }
    const next = { stage, page: page + 1 };
    if (answer === null) {
      await all(client, runs.forgetTopic, { workspaceId, topic: topic.topic });
      return still(next);
    }
    const revision = await putAnswer(client, workspaceId, topic, answer, source.usual);
    await all(client, runs.topicRead, { workspaceId, topic: topic.topic, at: now() });
    return { next, revision };
  };
}

/** Asks the forum for what comes next. Throws CallError. */
export function forumStep(deps: Pick<Deps, "pool" | "now">, source: ForumSource, workspaceId: string, place: ForumPlace): Promise<Put> {
  if (place.stage === "accounts") return accountsStep(source, workspaceId, place);
  if (place.stage === "topics") return topicsStep(source, workspaceId, place, deps.now());
  return answersStep(deps, source, workspaceId, place);
}
