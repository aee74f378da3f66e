import type pg from "pg";
import { StartupError } from "../startup-error.ts";
import { listOfSteps, stepsTaken } from "../store/backup.ts";
import { findUnsealed, formerSteps, formerToPresent, lastFormerStep, lockSteps, rewriteSteps } from "../store/former-schema.ts";

/** The schema that is written once: its steps, first to last, and what they say of tables and columns. */
interface Baseline {
  readonly steps: readonly string[];
  readonly comments: readonly string[];
}

const startFormer = (why: string) =>
  new StartupError(
    `${why}: start the last release before version 1 on it once, the one whose last step is "${lastFormerStep}" (see docs/deploy.md), then this one.`,
  );

/** Throws StartupError for a step of the schema before it was written once. */
export function refuseFormer(step: string): void {
  if (formerSteps.includes(step)) throw startFormer(`The data is from before version 1 (its step is "${step}")`);
}

/** Whether these are all the steps from before the schema was written once. */
export const isFormer = (taken: readonly string[]): boolean => JSON.stringify(taken) === JSON.stringify(formerSteps);

/**
 * Takes a database that has all steps from before the schema was written once for one that is so written, with what differs changed, all or nothing.
 * Does nothing to any other. Throws StartupError where such a database is not ready for it.
 */
export async function adoptFormer(client: pg.Client, hasList: boolean, { steps, comments }: Baseline): Promise<boolean> {
  await client.query("BEGIN");
  await client.query(lockSteps);
  const { rows } = await client.query<{ name: string }>(stepsTaken(hasList));
  const isStill = isFormer(rows.map(({ name }) => name));
  if (isStill) {
    if ((await client.query<{ yes: boolean }>(findUnsealed)).rows[0]?.yes)
      throw startFormer("The data holds secrets that are not sealed yet");
    for (const change of [...formerToPresent, ...comments]) await client.query(change);
    await client.query(rewriteSteps(listOfSteps(hasList)), [steps]);
  }
  await client.query("COMMIT");
  return isStill;
}
