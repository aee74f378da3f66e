import { setTimeout as sleep } from "node:timers/promises";
import { inOrder } from "../database/distribute.ts";
import { allowAudit } from "../store/audit.ts";
import { sqlState, withClient } from "../store/pool.ts";
import { all, one } from "../store/statement.ts";
import { deleteRows, endAllDevicesOf, runningNow, stillRunning, tablesOfWorkspaces } from "../store/whole-workspace.ts";
import type { Operator } from "./operator.ts";

/** Who was let in before the devices were refused begins to write within so long, and has so long to end it. */
const calmMs = 1_000;
const mostWaitMs = 30_000;
const pollMs = 100;
const attempts = 5;
/** Somebody wrote a row meanwhile (a foreign key), or two waited for each other. */
const passing = new Set(["23503", "40001", "40P01"]);

/** Resolves when nobody writes any more who was let in before; what goes on for half a minute is no request. */
async function untilCalm(pool: Operator["pool"]): Promise<void> {
  await sleep(calmMs);
  const running = (await all(pool, runningNow)).map(({ transaction }) => transaction);
  const endMs = Date.now() + mostWaitMs;
  while (Date.now() < endMs && (await one(pool, stillRunning, running)).count > 0) await sleep(pollMs);
}

/** Deletes a workspace with all rows of every table, all or nothing, also while servers run. Gives how many rows. */
export async function deleteWorkspace({ pool, url, now, wake }: Operator, id: string): Promise<number> {
  const members = new Set((await all(pool, endAllDevicesOf, id, now())).map(({ member_id }) => member_id));
  for (const member of members) wake.shutOut(id, member);
  if (members.size > 0) await untilCalm(pool);
  // On a connection without a time limit: there may be much.
  return withClient(url, async (client) => {
    const tables = inOrder(await all(client, tablesOfWorkspaces)).toReversed();
    for (let attempt = 1; ; attempt++) {
      try {
        let rows = 0;
        await client.query("BEGIN");
        await all(client, allowAudit, "cut");
        for (const table of tables) rows += (await client.query(deleteRows(table), [id])).rowCount ?? 0;
        await client.query("COMMIT");
        return rows;
      } catch (thrown) {
        await client.query("ROLLBACK");
        if (attempt === attempts || !passing.has(sqlState(thrown))) throw thrown;
      }
    }
  });
}
