import type { ForumStage } from "../../lib/schema/forum.ts";
import { discourse } from "../connectors/discourse.ts";
import type { Deps } from "../deps.ts";
import { CallError } from "../egress/outbound.ts";
import { retryPauseMs } from "../handover/deliver.ts";
import { forumKey } from "../models/forum-secret.ts";
import { beginRun, endRun, type ForumRun, failRun, forumRunOf, lockRun, moveRun } from "../store/forum-runs.ts";
import { forumToRead } from "../store/forums.ts";
import { transaction } from "../store/pool.ts";
import { all, first } from "../store/statement.ts";
import { type ForumPlace, type ForumSource, forumStep } from "./forum-steps.ts";

type Work = Pick<Deps, "pool" | "now" | "wake" | "call" | "models">;

const dayMs = 24 * 60 * 60_000;
/** In one turn of a minute, so that others have theirs: Discourse lets a key ask 60 times a minute, and an address 200 times. */
const callsAtOnce = 40;
const turnMs = 20_000;
/** After so many failures in a row the next try is that of the next night. */
const mostFailures = 8;
/** When the nights begin, in ms after midnight UTC. */
const nightMs = 2.5 * 60 * 60_000;

const nextNight = (now: Date): Date => new Date((Math.floor((now.getTime() - nightMs) / dayMs) + 1) * dayMs + nightMs);

/** What is taken over, and from where; null where nothing is. Throws CallError `secret_lost`. */
async function sourceOf({ pool, models, call }: Work, workspaceId: string): Promise<ForumSource | null> {
  const row = await first(pool, forumToRead, { workspaceId });
  if (row === null) return null;
  const key = row.sealed_key && forumKey(models.keys, workspaceId, row.sealed_key);
  if (row.sealed_key !== null && key === null) throw new CallError("secret_lost");
  const stages: ForumStage[] = [
    ...(key === null ? [] : ["accounts" as const]),
    ...(row.takes_topics ? (["topics", "answers"] as const) : []),
  ];
  return { api: discourse(call, row.address, key), stages, usual: row.language ?? "en" };
}

/** Where the run stands; a new one begins where none is under way. */
async function placeOf(
  { pool, now }: Work,
  workspaceId: string,
  { stages: [stage] }: ForumSource,
  run: ForumRun | null,
): Promise<ForumPlace | null> {
  if (run?.stage) return { ...run, stage: run.stage };
  if (stage === undefined) return null;
  await all(pool, beginRun, { workspaceId, stage, at: now() });
  return { number: (run?.number ?? 0) + 1, stage, page: 0 };
}

/** One call, and what comes of it; gives where the run stands then, null when there is nothing more to do. */
async function goOn(deps: Work, source: ForumSource, workspaceId: string, place: ForumPlace): Promise<ForumPlace | null> {
  const put = await forumStep(deps, source, workspaceId, place);
  const { next, revision } = await transaction(deps.pool, async (client) => {
    const run = await first(client, lockRun, { workspaceId });
    // Begun anew meanwhile, or taken further by another server: what this one read is not needed.
    if (run === null || run.number !== place.number || run.stage !== place.stage || run.page !== place.page)
      return { next: null, revision: null };
    const done = await put(client);
    const at = deps.now();
    if (done.next === null) await all(client, endRun, { workspaceId, at, nextAt: nextNight(at) });
    else await all(client, moveRun, { workspaceId, ...done.next });
    return done;
  });
  if (revision !== null) deps.wake.moved(workspaceId, revision);
  return next && { ...next, number: place.number };
}

/** Puts down why the forum was of no use; it is asked again later and later, and from the beginning in the next night. */
async function fail({ pool, now }: Work, workspaceId: string, { problem, status, retryAfterMs }: CallError): Promise<void> {
  const run = await first(pool, forumRunOf, { workspaceId });
  if (run === null) await all(pool, beginRun, { workspaceId, stage: null, at: now() });
  const failures = (run?.failures ?? 0) + 1;
  const givenUp = failures >= mostFailures;
  const nextAt = givenUp ? nextNight(now()) : new Date(now().getTime() + retryPauseMs(failures, retryAfterMs));
  await all(pool, failRun, { workspaceId, problem, status, nextAt, givenUp });
}

/** Takes over from a workspace's forum what is new there, and lets go of what is there no more: a share of the calls that this needs, when it is due. */
export async function refreshForum(deps: Work, workspaceId: string, signal: AbortSignal): Promise<void> {
  const endMs = deps.now().getTime() + turnMs;
  const run = await first(deps.pool, forumRunOf, { workspaceId });
  if (run !== null && run.next_at > deps.now()) return;
  try {
    const source = await sourceOf(deps, workspaceId);
    let place = source && (await placeOf(deps, workspaceId, source, run));
    for (let calls = 0; source && place && calls < callsAtOnce && !signal.aborted && deps.now().getTime() < endMs; calls++)
      place = await goOn(deps, source, workspaceId, place);
  } catch (thrown) {
    if (!(thrown instanceof CallError)) throw thrown;
    await fail(deps, workspaceId, thrown);
  }
}
