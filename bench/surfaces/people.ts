import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { protocolVersion } from "../../lib/schema/wire.ts";
import type { Account } from "../../lib/store/meta.ts";
import type { ExtensionBrowser } from "../../scripts/browsers/handle.ts";
import { migrate } from "../../server/database/migrate.ts";
import { startPostgres } from "../../server/postgres/embedded.ts";
import { endWithUs } from "../../server/process/end-with-us.ts";
import { openPool } from "../../server/store/pool.ts";
import type { Figure } from "../kit/benchmark.ts";
import { newDataFolder, removeDataFolder } from "../kit/data-folder.ts";
import { median } from "../kit/numbers.ts";
import { makeWorkspace } from "../queue/place.ts";
import { openTimed } from "./open-timed.ts";
import { seedAccount } from "./seed.ts";

const members = 10_000;
const posts = 10_000;
const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
const silent = () => {};

/** A data folder with a community of so many, each with a device that was here. */
async function fillFolder(folder: string): Promise<void> {
  const postgres = await startPostgres(folder, () => new Date(), silent);
  const url = await postgres.database("fanswer");
  await migrate(url, silent);
  const pool = openPool(url, silent);
  const workspaceId = await makeWorkspace({ pool }, posts, members);
  await pool.query("UPDATE devices SET seen_on = '2026-03-02', languages = '{en,vi}' WHERE workspace_id = $1", [workspaceId]);
  await pool.query("ANALYZE");
  await pool.end();
  await postgres.stop();
}

/** The server as its operator starts it. */
export async function serve(folder: string) {
  const env = { PATH: process.env.PATH ?? "", PORT: "0", DATA_DIR: folder };
  const child = spawn(process.execPath, [main, "--json"], { env, stdio: ["ignore", "pipe", "ignore"] });
  if (child.pid !== undefined) child.once("exit", endWithUs(child.pid, "TERM"));
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  const stop = async () => {
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  return { ...(JSON.parse(String(line)) as { url: string; invitations: { admin: string } }), stop };
}

/** It, and an admin's account on it. */
export async function serveFolder(folder: string) {
  const { url, invitations, stop } = await serve(folder);
  const body = JSON.stringify({ protocol: protocolVersion, code: new URL(invitations.admin).hash.slice(1), name: "Bench" });
  const answer = await fetch(`${url}/v1/join`, { method: "POST", headers: { "content-type": "application/json" }, body });
  const account: Account = { ...((await answer.json()) as Omit<Account, "server">), server: url };
  return { account, stop };
}

async function paintedIn(browser: ExtensionBrowser, part: string, selector: string): Promise<number> {
  const { page, paintedMs } = await openTimed(browser, `admin.html#${part}`, selector);
  await page.close();
  return paintedMs;
}

/** The list of members as an admin opens it: from the page's first byte to the first row on the screen, by way of the background and the server. */
export async function* peopleRows(browser: ExtensionBrowser, seeder: Page, rounds: number): AsyncGenerator<Figure> {
  const folder = newDataFolder();
  try {
    await fillFolder(folder);
    const { account, stop } = await serveFolder(folder);
    try {
      await seedAccount(seeder, account);
      const people: number[] = [];
      const others: number[] = [];
      for (let round = 0; round < rounds + 1; round++) {
        people.push(await paintedIn(browser, "people", ".person"));
        others.push(await paintedIn(browser, "overview", ".figure"));
      }
      const ms = { unit: "ms", better: "lower", aim: null } as const;
      yield { ...ms, metric: `People painted, ${members} members`, value: median(people.slice(1)), gate: 300 };
      yield { ...ms, metric: "of it the admin page's own: figures painted", value: median(others.slice(1)), gate: null };
    } finally {
      await stop();
    }
  } finally {
    removeDataFolder(folder);
  }
}
