import { setTimeout as sleep } from "node:timers/promises";
import { postLanguage } from "../../lib/schema/language.ts";
import { claimLimit, type LevelRules, mayReview } from "../../lib/schema/level-rules.ts";
import { can, rolesThat } from "../../lib/schema/roles.ts";
import { waitsFrom } from "../../lib/schema/triage.ts";
import { calledWithinMs, type Reachable, type Wanted, waveMs, waveSizes, whomToCall } from "../alerts/whom.ts";
import { forEachWorkspace } from "../database/each-workspace.ts";
import type { Deps } from "../deps.ts";
import { errorFields } from "../log.ts";
import {
  beginWaves,
  calledTo,
  callTerms,
  type DueRow,
  duePosts,
  dueReviews,
  putCalls,
  type ReachableRow,
  reachable,
  tellCalled,
} from "../store/calls.ts";
import { lockMembers } from "../store/members.ts";
import { transaction } from "../store/pool.ts";
import { all, first, one } from "../store/statement.ts";
import { raiseCounter } from "../store/workspaces.ts";

type Calling = Pick<Deps, "pool" | "now" | "wake">;

/** Posts, and drafts, that members are called to in one round; the rest comes with the next. */
const perRound = 20;
const hourMs = 3_600_000;

/** Who answers what waits for the community, and who reads what newcomers wrote. Staff have alerts of their own. */
const rolesOf = (kind: Wanted["kind"]) => rolesThat(kind === "post" ? "answer" : "review").filter((role) => !can({ role }, "triage"));

/** Something that is due, and which wave of it. */
interface Begun {
  readonly wanted: Wanted;
  readonly mentionId: string;
  readonly wave: number;
}

/** One member called to one thing. */
interface Called {
  readonly mentionId: string;
  readonly kind: Wanted["kind"];
  readonly memberId: string;
}

async function begin({ pool, now }: Calling, workspaceId: string, kind: Wanted["kind"], rows: readonly DueRow[]): Promise<Begun[]> {
  if (rows.length === 0) return [];
  const at = now();
  const mentionIds = rows.map(({ id }) => id);
  const begun = await all(pool, beginWaves, { workspaceId, mentionIds, kind, at, nextAt: new Date(at.getTime() + waveMs) });
  const before = await all(pool, calledTo, { workspaceId, mentionIds, kind });
  return begun.flatMap(({ id, wave }) => {
    const row = rows.find((each) => each.id === id);
    if (row === undefined) return [];
    const called = before.filter((each) => each.id === id).map(({ member_id }) => member_id);
    const { labels, lang, involved } = row;
    const language = postLanguage({ triage: { lang: row.language }, lang });
    return [{ mentionId: id, wave, wanted: { kind, language, labels, except: new Set([...called, ...involved]) } }];
  });
}

/** What is due in a workspace, each begun by one server only. */
async function beginDue(calling: Calling, workspaceId: string, off: readonly string[]): Promise<Begun[]> {
  const at = calling.now();
  const looking = { workspaceId, since: new Date(at.getTime() - calledWithinMs), at, waves: waveSizes.length, most: perRound };
  const posts = off.includes("post") ? [] : await all(calling.pool, duePosts, { ...looking, waitsFrom });
  const reviews = off.includes("review") ? [] : await all(calling.pool, dueReviews, looking);
  return [...(await begin(calling, workspaceId, "post", posts)), ...(await begin(calling, workspaceId, "review", reviews))];
}

const reachableOf = ({ called_in_hour, called_in_day, ...row }: ReachableRow, levels: LevelRules): Reachable => ({
  ...row,
  mayHold: claimLimit(row, levels),
  calledInHour: called_in_hour,
  calledInDay: called_in_day,
});

/** Whom each needs; who is called to one of them is less likely called to the next. */
async function choose(
  { pool, now, random }: Calling & { readonly random: () => number },
  workspaceId: string,
  begun: readonly Begun[],
  levels: LevelRules,
): Promise<Called[]> {
  const at = now();
  const ago = (ms: number) => new Date(at.getTime() - ms);
  const roles = [...new Set(begun.flatMap(({ wanted }) => rolesOf(wanted.kind)))];
  const rows = await all(pool, reachable, { workspaceId, roles, at, hourAgo: ago(hourMs), dayAgo: ago(24 * hourMs) });
  const people = new Map(rows.map((row) => [row.id, reachableOf(row, levels)]));
  return begun.flatMap(({ mentionId, wave, wanted }) => {
    const { kind } = wanted;
    const fitting = [...people.values()].filter(
      (who) => rolesOf(kind).some((role) => role === who.role) && (kind !== "review" || mayReview(who, levels)),
    );
    const called = whomToCall(fitting, wanted, wave, at.getTime(), random);
    for (const who of called) people.set(who.id, { ...who, calledInHour: who.calledInHour + 1, calledInDay: who.calledInDay + 1 });
    return called.map(({ id }) => ({ mentionId, kind, memberId: id }));
  });
}

/** Calls members of a workspace to what waits: few at first, more while nobody comes. One that is cut off after it began costs a wave. */
export async function callMembers(calling: Calling, workspaceId: string, random: () => number): Promise<void> {
  const { pool, now, wake } = calling;
  const terms = await first(pool, callTerms, { workspaceId });
  if (terms === null) return;
  const begun = await beginDue(calling, workspaceId, terms.off);
  const called = begun.length === 0 ? [] : await choose({ ...calling, random }, workspaceId, begun, terms.levels);
  if (called.length === 0) return;
  const memberIds = [...new Set(called.map(({ memberId }) => memberId))];
  const revision = await transaction(pool, async (client) => {
    await all(client, lockMembers, workspaceId, memberIds);
    await all(client, putCalls, {
      workspaceId,
      mentionIds: called.map(({ mentionId }) => mentionId),
      kinds: called.map(({ kind }) => kind),
      memberIds: called.map(({ memberId }) => memberId),
      at: now(),
    });
    const raised = await one(client, raiseCounter, workspaceId);
    await all(client, tellCalled, { workspaceId, memberIds, revision: raised.revision });
    return raised.revision;
  });
  wake.moved(workspaceId, revision);
}

/** Calls members of all workspaces every `everyMs` until `signal`; a failed round is logged and the next one tries again. */
export async function callEvery(everyMs: number, deps: Deps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const round = forEachWorkspace(deps, (id) => callMembers(deps, id, Math.random));
    await round.catch((thrown: unknown) => deps.log("error", "calls_failed", errorFields(thrown)));
    await sleep(everyMs, undefined, { signal }).catch(() => {});
  }
}
