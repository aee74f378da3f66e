import type { Job } from "./runner.ts";
import { handOnWorkspace } from "./sweep.ts";
import { forEachWorkspace } from "./workspaces.ts";

/** What the server does by the clock. */
export const jobs: readonly Job[] = [
  { name: "hand_on_unclaimed", at: "* * * * *", lateMs: 0, run: (deps) => forEachWorkspace(deps, (id) => handOnWorkspace(deps, id)) },
];
