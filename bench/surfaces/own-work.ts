import type { Page } from "puppeteer-core";
import type { ExtensionBrowser } from "../../scripts/browsers/handle.ts";
import { startPostgres } from "../../server/postgres/embedded.ts";
import { openPool } from "../../server/store/pool.ts";
import type { Figure } from "../kit/benchmark.ts";
import { newDataFolder, removeDataFolder } from "../kit/data-folder.ts";
import { median } from "../kit/numbers.ts";
import { openTimed } from "./open-timed.ts";
import { serve, serveFolder } from "./people.ts";
import { seedAccount } from "./seed.ts";

const answers = 5_000;
const silent = () => {};

/** Statements that give the member ($2) of the workspace ($1) so many ($3) answers: every fifth was looked at again, for every third somebody gave thanks. */
const filling = [
  `INSERT INTO mentions (workspace_id, mention_id, site, post_id, permalink, author, excerpt, partial, first_seen_at, labels, counts, triage,
     language, priority, due_at, warn_at, status, route, routed_by_person, waiting_since, fence, renewals, revision)
   SELECT $1, 'x:' || n, 'x', n::text, 'https://x.com/a/status/' || n, json_build_object('handle', $2::text, 'name', 'Ann', 'verified', false),
     'How do I pair my earbuds with a second phone? I tried ' || n, false, now(), '{}', '{}', '{}', 'en', 1, now(), now(), 'answered', 'community',
     false, now(), 1, 0, n FROM generate_series(1, $3::integer) n`,
  `INSERT INTO replies (workspace_id, mention_id, body, url, proof, author, at)
   SELECT $1, 'x:' || n, repeat('Hold the button for ten seconds. ', 6), 'https://x.com/b/status/' || n, 'seen', $2, now() - n * interval '1 minute'
   FROM generate_series(1, $3::integer) n`,
  `INSERT INTO second_looks (workspace_id, mention_id, author, since, looker, verdict, at)
   SELECT $1, 'x:' || n, $2, now(), $2, 'helpful', now() FROM generate_series(5, $3::integer, 5) n`,
  `INSERT INTO follow_ups (workspace_id, mention_id, post_id, body, mood, at)
   SELECT $1, 'x:' || n, n || '1', 'Thanks ' || left($2::text, 0), 'thanks', now() FROM generate_series(3, $3::integer, 3) n`,
];

async function fill(folder: string, workspaceId: string, memberId: string): Promise<void> {
  const postgres = await startPostgres(folder, () => new Date(), silent);
  const pool = openPool(await postgres.database("fanswer"), silent);
  for (const text of filling) await pool.query(text, [workspaceId, memberId, answers]);
  await pool.query("ANALYZE");
  await pool.end();
  await postgres.stop();
}

/** How long what the page asks for waits in the page, until it has been told. */
const settleMs = 1_000;

/** The page of one's own work: the first time by way of background and server, afterwards what it showed last. */
export async function* ownWorkRows(browser: ExtensionBrowser, seeder: Page, rounds: number): AsyncGenerator<Figure> {
  const folder = newDataFolder();
  try {
    const first = await serveFolder(folder);
    await first.stop();
    const { workspace, member } = first.account;
    await fill(folder, workspace.id, member.id);
    const { url, stop } = await serve(folder);
    try {
      await seedAccount(seeder, { ...first.account, server: url });
      const painted: number[] = [];
      const pictures: number[] = [];
      const told: number[] = [];
      for (let round = 0; round < rounds + 1; round++) {
        const { page, paintedMs } = await openTimed(browser, "you.html", ".own-list");
        painted.push(paintedMs);
        await new Promise((resolve) => setTimeout(resolve, settleMs));
        await page.close();
        const picture = await openTimed(browser, "icon-16.png", "img");
        pictures.push(picture.paintedMs);
        await picture.page.close();
        const figures = await openTimed(browser, "admin.html#figures", ".figure-frame");
        told.push(figures.paintedMs);
        await new Promise((resolve) => setTimeout(resolve, settleMs));
        await figures.page.close();
      }
      const ms = { unit: "ms", better: "lower", aim: null } as const;
      yield { ...ms, metric: `You painted, ${answers} answers`, value: median(painted.slice(1)), gate: 150 };
      yield { ...ms, metric: "the first time, by way of the server", value: painted[0] ?? Number.NaN, gate: null };
      yield { ...ms, metric: "Figures painted, of these answers", value: median(told.slice(1)), gate: 500 };
      yield { ...ms, metric: "Figures the first time, by way of the server", value: told[0] ?? Number.NaN, gate: null };
      yield { ...ms, metric: "of it the browser's own: a picture painted", value: median(pictures.slice(1)), gate: null };
    } finally {
      await stop();
    }
  } finally {
    removeDataFolder(folder);
  }
}
