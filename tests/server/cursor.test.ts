import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { seeded } from "../../scripts/seeded.ts";
import { nextRevision } from "../../server/operations/call.ts";
import { deltaOf } from "../../server/store/delta.ts";
import { touchMention } from "../../server/store/mentions.ts";
import { transaction } from "../../server/store/pool.ts";
import { all, one } from "../../server/store/statement.ts";
import { fillQueue } from "./fill.ts";
import { useServer } from "./support.ts";

const server = useServer();
const writers = 8;
const readers = 3;
const rollBackShare = 0.05;
/** `npm run soak` looks longer. */
const isLong = process.env.SOAK !== undefined;
const changes = isLong ? 20_000 : 400;
const seeds = isLong ? [1, 2, 3, 4, 5] : [1, 2];

/** A way to number changes, and to read those after a number; a read gives what it saw and where to go on. */
interface Numbering {
  next(client: pg.PoolClient, workspaceId: string): Promise<number>;
  read(workspaceId: string, since: number): Promise<{ seen: string[]; revision: number }>;
}

/** The workspace's counter, read as devices do. */
const counter: Numbering = {
  next: nextRevision,
  async read(workspaceId, since) {
    const { revision, changes: json } = await one(server().deps.pool, deltaOf, {
      workspaceId,
      since,
      most: 500,
      memberId: "",
      isStaff: false,
      seesPeople: false,
    });
    const read = JSON.parse(`[${json}]`) as { kind: string; value: { id: string } }[];
    return { seen: read.filter(({ kind }) => kind === "mention").map(({ value }) => value.id), revision };
  },
};

/** What people write first, and what this design is not. */
const sequence: Numbering = {
  async next(client) {
    const { rows } = await client.query("SELECT nextval('numbered') AS revision");
    return rows[0].revision;
  },
  async read(workspaceId, since) {
    const { rows } = await server().deps.pool.query(
      "SELECT mention_id, revision FROM mentions WHERE workspace_id = $1 AND revision > $2 ORDER BY revision LIMIT 500",
      [workspaceId, since],
    );
    return { seen: rows.map(({ mention_id }) => mention_id), revision: rows.at(-1)?.revision ?? since };
  },
};

class ChangedMind extends Error {}

/** Every writer changes its own mentions once each, thinking before it commits; one in twenty rolls back. Gives what was committed. */
async function write(numbering: Numbering, workspaceId: string, ids: readonly string[], random: () => number): Promise<string[]> {
  const committed: string[] = [];
  for (const id of ids) {
    const change = transaction(server().deps.pool, async (client) => {
      await all(client, touchMention, workspaceId, id, await numbering.next(client, workspaceId));
      if (random() < 0.2) await sleep(random() * 4);
      if (random() < rollBackShare) throw new ChangedMind();
    });
    await change.then(
      () => committed.push(id),
      (thrown: unknown) => {
        if (!(thrown instanceof ChangedMind)) throw thrown;
      },
    );
  }
  return committed;
}

/** How many committed changes each reader never saw. */
async function skipped(numbering: Numbering, seed: number): Promise<number[]> {
  const random = seeded(seed);
  const { pool } = server().deps;
  const workspaceId = await server().workspace();
  await fillQueue(pool, workspaceId, changes);
  const { rows } = await pool.query("SELECT mention_id, revision FROM mentions WHERE workspace_id = $1 ORDER BY revision", [workspaceId]);
  const start = rows.at(-1).revision;
  await pool.query(`ALTER SEQUENCE numbered RESTART WITH ${start + 1}`);
  const ids: string[] = rows.map(({ mention_id }) => mention_id);
  let isWriting = true;
  const read = async () => {
    const seen = new Set<string>();
    for (let since = start; ; ) {
      const isLast = !isWriting;
      const page = await numbering.read(workspaceId, since);
      for (const id of page.seen) seen.add(id);
      since = page.revision;
      if (isLast && page.seen.length === 0) return seen;
      await sleep(random() * 3);
    }
  };
  const reading = Promise.all(Array.from({ length: readers }, read));
  const shares = Array.from({ length: writers }, (_, n) => ids.filter((_id, at) => at % writers === n));
  const committed = (await Promise.all(shares.map((share) => write(numbering, workspaceId, share, random)))).flat();
  isWriting = false;
  expect(committed.length).toBeGreaterThan(changes * (1 - 2 * rollBackShare));
  return (await reading).map((seen) => committed.filter((id) => !seen.has(id)).length);
}

describe(`${readers} readers beside ${writers} writers that think and sometimes roll back, ${changes} changes`, () => {
  it.each(seeds)("skip nothing by the workspace's counter (seed %i)", { timeout: 1_800_000 }, async (seed) => {
    await server().deps.pool.query("CREATE SEQUENCE IF NOT EXISTS numbered");
    expect(await skipped(counter, seed)).toEqual(Array(readers).fill(0));
  });

  it("skip changes by a sequence: what the counter is for", { timeout: 1_800_000 }, async () => {
    await server().deps.pool.query("CREATE SEQUENCE IF NOT EXISTS numbered");
    const missed = await skipped(sequence, seeds[0] ?? 1);
    expect(Math.max(...missed)).toBeGreaterThan(0);
    if (isLong) console.log(`a sequence skipped ${missed.join(", ")} of ${changes}`);
  });
});
