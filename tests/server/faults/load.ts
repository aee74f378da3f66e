import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { lease } from "../../../lib/schema/lifecycle.ts";
import type { Mention } from "../../../lib/schema/mention.ts";
import type { Triage } from "../../../lib/schema/triage.ts";
import { protocolVersion } from "../../../lib/schema/wire.ts";
import { hashOf, newId } from "../../../server/ids.ts";
import { triaged } from "../../support/samples.ts";

/** How many trials each fault gets; `npm run soak` sets it. */
export const trials = Number(process.env.SOAK_TRIALS ?? 1);

const callers = 12;
/** A database that recovers from a crash on a busy disk has taken half a minute. */
export const patienceMs = 300_000;
const calm: Triage = { ...triaged, reach: 0, priority: 10 };
const mentionsCount = 20_000;

interface Counts {
  claims: number;
  replies: number;
  /** Requests that failed and were sent again. */
  again: number;
  /** Replies so long after their claims that these may have lapsed meanwhile, and gone to somebody else. */
  late: number;
}

/** Members at work on one workspace, each claiming the next best and answering it, who send again what was not answered. */
export interface Load {
  readonly counts: Counts;
  /** Lets every caller finish what it began; throws what a caller could not explain. */
  finish(): Promise<void>;
}

/** A workspace with open mentions and staff, made straight in the database. */
export async function prepare(on: pg.ClientBase | pg.Pool): Promise<string> {
  const id = newId();
  const now = new Date();
  await on.query(
    `INSERT INTO workspaces (workspace_id, name, disclosure, settings, epoch, counter, revision, created_at) VALUES ($1, 'Acme', '', '{}', 'e', 0, 0, $2)`,
    [id, now],
  );
  await on.query(
    `INSERT INTO members (workspace_id, member_id, name, role, level, revision, created_at) SELECT $1, 'm' || n, 'Kim', 'staff', 0, 0, $2 FROM generate_series(0, $3::integer) AS n`,
    [id, now, callers],
  );
  for (let n = 0; n <= callers; n++) {
    await on.query("INSERT INTO devices (workspace_id, token_hash, device_id, member_id, created_at) VALUES ($1, $2, $3, $4, $5)", [
      id,
      hashOf(`secret${n}`),
      `d${n}`,
      `m${n}`,
      now,
    ]);
  }
  await on.query(
    `INSERT INTO mentions (workspace_id, mention_id, site, post_id, author, excerpt, partial, first_seen_at, due_at, warn_at, labels, counts, triage, language,
       priority, status, route, routed_by_person, waiting_since, fence, renewals, revision)
     SELECT $1, 'x:' || n, 'x', n, '{}', 'Does it pair?', false, $2, $2, $2, '{}', '{}', $4, 'en', 10, 'open', 'community', false, $2, 0, 0, 0
     FROM generate_series(1, $3::integer) AS n`,
    [id, now, mentionsCount, JSON.stringify(calm)],
  );
  return id;
}

export const tokenOf = (workspaceId: string, n: number): string => `${workspaceId}.secret${n}`;

/** One operation over HTTP; what is thrown says that nobody knows whether it took effect. */
export async function ask(url: string, token: string, name: string, args: object, id: string = randomUUID()): Promise<unknown> {
  const response = await fetch(`${url}/v1/sync`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({
      protocol: protocolVersion,
      since: { epoch: "e", revision: Number.MAX_SAFE_INTEGER },
      operations: [{ id, name, args }],
    }),
    signal: AbortSignal.timeout(60_000),
  });
  if (!response.ok) throw new Error(`answered ${response.status}`);
  const { results } = (await response.json()) as { results: { ok: boolean; value?: unknown; error?: { code: string } }[] };
  const [outcome] = results;
  if (outcome?.ok) return outcome.value;
  if (outcome?.error?.code === "server_failed") throw new Error("server_failed");
  return outcome?.error?.code;
}

/** Begins the load on `url(caller)`, which may change or be away for a while. */
export function begin(workspaceId: string, url: (caller: number) => string): Load {
  const counts: Counts = { claims: 0, replies: 0, again: 0, late: 0 };
  let isOver = false;
  const untilAnswered = async (caller: number, name: string, args: object): Promise<unknown> => {
    const id = randomUUID();
    const end = Date.now() + patienceMs;
    let cause: unknown;
    while (Date.now() < end) {
      try {
        return await ask(url(caller), tokenOf(workspaceId, caller), name, args, id);
      } catch (thrown) {
        cause = thrown;
        counts.again++;
        await sleep(50);
      }
    }
    throw new Error(`${name} of caller ${caller} was never answered`, { cause });
  };
  const work = async (caller: number) => {
    while (!isOver) {
      const asked = Date.now();
      const claimed = (await untilAnswered(caller, "claim.next", { languages: [] })) as Mention | string;
      if (typeof claimed === "string") throw new Error(`a claim was refused: ${claimed}`);
      counts.claims++;
      const args = { mentionId: claimed.id, fence: claimed.claim?.fence, text: "Yes.", url: null, proof: "confirmed" };
      const answered = (await untilAnswered(caller, "reply.posted", args)) as Mention | string;
      const isLate = Date.now() - asked > lease.silenceMs;
      if (isLate) counts.late++;
      if (isLate && answered === "lease_lost") continue;
      if (typeof answered === "string") throw new Error(`a reply was refused: ${answered}`);
      counts.replies++;
    }
  };
  const working = Promise.all(Array.from({ length: callers }, (_, caller) => work(caller)));
  working.catch(() => {});
  return {
    counts,
    async finish() {
      isOver = true;
      await working;
    },
  };
}

/** What the database holds of a workspace's work, to be set beside what was acknowledged. A claim that lapsed before its late reply took a revision more. */
export async function tally(on: pg.ClientBase | pg.Pool, workspaceId: string, counts: Counts) {
  const { rows } = await on.query(
    `SELECT (SELECT sum(fence) FROM mentions WHERE workspace_id = $1)::integer AS claims,
       (SELECT count(*) FROM mentions WHERE workspace_id = $1 AND status = 'answered')::integer AS replies,
       (SELECT count(*) FROM operations WHERE workspace_id = $1)::integer AS operations,
       (SELECT counter FROM workspaces WHERE workspace_id = $1)::integer AS revisions`,
    [workspaceId],
  );
  const found = rows[0] as ReturnType<typeof expected>;
  const lapsed = Math.min(Math.max(found.revisions - expected(counts).revisions, 0), counts.late);
  return { ...found, revisions: found.revisions - lapsed };
}

/**
 * What `tally` must find when nothing was lost and nothing done twice: every claim and reply is one operation and one revision, and what a reply
 * teaches is another.
 */
export const expected = ({ claims, replies }: Counts) => ({
  claims,
  replies,
  operations: claims + replies,
  revisions: claims + 2 * replies,
});
