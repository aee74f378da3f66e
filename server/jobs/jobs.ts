import { forEachWorkspace } from "../database/each-workspace.ts";
import { countFigures, sumMonths } from "../operations/counting.ts";
import { checkAudits, tendAudit } from "./audit.ts";
import { tendBadges } from "./badges.ts";
import { tendBrake } from "./brake.ts";
import { calibrateWorkspace } from "./calibrate.ts";
import { refreshForum } from "./forum.ts";
import { handOver } from "./handover.ts";
import { tendLevels } from "./levels.ts";
import { forgetOldReplies } from "./near-copies.ts";
import { setAsideOwnPosts } from "./own-posts.ts";
import { tendPoints } from "./points.ts";
import { purgeWorkspace } from "./purge.ts";
import { weighRaters } from "./raters.ts";
import { refitWorkspace } from "./refit.ts";
import { rescoreWorkspace } from "./rescore.ts";
import type { Job } from "./runner.ts";
import { handOutLooks } from "./second-looks.ts";
import { askStaffToReview, handOnWorkspace } from "./sweep.ts";

/** What the server does by the clock. */
export const jobs: readonly Job[] = [
  { name: "tend_audit", at: "* * * * *", lateMs: 0, run: (deps) => forEachWorkspace(deps, (id) => tendAudit(deps, id)) },
  { name: "check_audit", at: "50 3 * * *", lateMs: 24 * 60 * 60_000, run: (deps, signal) => checkAudits(deps, signal, null) },
  { name: "purge", at: "17 3 * * *", lateMs: 24 * 60 * 60_000, run: (deps) => forEachWorkspace(deps, (id) => purgeWorkspace(deps, id)) },
  { name: "hand_on_unclaimed", at: "* * * * *", lateMs: 0, run: (deps) => forEachWorkspace(deps, (id) => handOnWorkspace(deps, id)) },
  {
    name: "ask_staff_to_review",
    at: "* * * * *",
    lateMs: 0,
    run: (deps) => forEachWorkspace(deps, (id) => askStaffToReview(deps, id)),
  },
  { name: "hand_out_second_looks", at: "* * * * *", lateMs: 0, run: (deps) => forEachWorkspace(deps, (id) => handOutLooks(deps, id)) },
  { name: "tend_brake", at: "* * * * *", lateMs: 0, run: (deps) => forEachWorkspace(deps, (id) => tendBrake(deps, id)) },
  handOver,
  {
    name: "forget_old_replies",
    at: "27 * * * *",
    lateMs: 60 * 60_000,
    run: (deps) => forEachWorkspace(deps, (id) => forgetOldReplies(deps, id)),
  },
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
    name: "weigh_raters",
    at: "40 3 * * *",
    lateMs: 12 * 60 * 60_000,
    run: (deps) => forEachWorkspace(deps, (id) => weighRaters(deps, id)),
  },
  { name: "tend_levels", at: "7 * * * *", lateMs: 60 * 60_000, run: (deps) => forEachWorkspace(deps, (id) => tendLevels(deps, id)) },
  { name: "tend_points", at: "12 * * * *", lateMs: 60 * 60_000, run: (deps) => forEachWorkspace(deps, (id) => tendPoints(deps, id)) },
  { name: "tend_badges", at: "17 * * * *", lateMs: 60 * 60_000, run: (deps) => forEachWorkspace(deps, (id) => tendBadges(deps, id)) },
  // As often as this, since who reads figures adds what was not counted yet.
  { name: "count_figures", at: "*/10 * * * *", lateMs: 60 * 60_000, run: (deps) => forEachWorkspace(deps, (id) => countFigures(deps, id)) },
  { name: "sum_months", at: "50 2 * * *", lateMs: 12 * 60 * 60_000, run: (deps) => forEachWorkspace(deps, (id) => sumMonths(deps, id)) },
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
  {
    name: "refresh_forums",
    at: "* * * * *",
    lateMs: 0,
    run: (deps, signal) => forEachWorkspace(deps, (id) => refreshForum(deps, id, signal)),
  },
  {
    name: "set_aside_own_posts",
    at: "* * * * *",
    lateMs: 0,
    run: (deps, signal) => forEachWorkspace(deps, (id) => setAsideOwnPosts(deps, id, signal)),
  },
];
