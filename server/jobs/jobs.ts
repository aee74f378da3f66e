import { forEachWorkspace } from "../database/each-workspace.ts";
import { calibrateWorkspace } from "./calibrate.ts";
import { handOver } from "./handover.ts";
import { purgeWorkspace } from "./purge.ts";
import { refitWorkspace } from "./refit.ts";
import { rescoreWorkspace } from "./rescore.ts";
import type { Job } from "./runner.ts";
import { askStaffToReview, handOnWorkspace } from "./sweep.ts";

/** What the server does by the clock. */
export const jobs: readonly Job[] = [
  { name: "purge", at: "17 3 * * *", lateMs: 24 * 60 * 60_000, run: (deps) => forEachWorkspace(deps, (id) => purgeWorkspace(deps, id)) },
  { name: "hand_on_unclaimed", at: "* * * * *", lateMs: 0, run: (deps) => forEachWorkspace(deps, (id) => handOnWorkspace(deps, id)) },
  {
    name: "ask_staff_to_review",
    at: "* * * * *",
    lateMs: 0,
    run: (deps) => forEachWorkspace(deps, (id) => askStaffToReview(deps, id)),
  },
  handOver,
  {
    name: "refit_thresholds",
    at: "20 3 * * *",
    lateMs: 12 * 60 * 60_000,
    run: (deps) =>
      forEachWorkspace(deps, async (id) => {
        await refitWorkspace(deps, id);
      }),
  },
  {
    name: "tend_triage",
    at: "* * * * *",
    lateMs: 0,
    run: (deps, signal) =>
      forEachWorkspace(deps, async (id) => {
        await rescoreWorkspace(deps, id, signal);
        await calibrateWorkspace(deps, id);
      }),
  },
];
