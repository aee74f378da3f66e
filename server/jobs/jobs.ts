import { purgeWorkspace } from "./purge.ts";
import type { Job } from "./runner.ts";
import { handOnWorkspace } from "./sweep.ts";
import { forEachWorkspace } from "./workspaces.ts";

/** What the server does by the clock. */
export const jobs: readonly Job[] = [
  { name: "purge", at: "17 3 * * *", lateMs: 24 * 60 * 60_000, run: (deps) => forEachWorkspace(deps, (id) => purgeWorkspace(deps, id)) },
  { name: "hand_on_unclaimed", at: "* * * * *", lateMs: 0, run: (deps) => forEachWorkspace(deps, (id) => handOnWorkspace(deps, id)) },
];
