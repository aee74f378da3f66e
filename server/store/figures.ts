import type { Figures } from "../../lib/schema/figures.ts";
import { named } from "./statement.ts";

/** A claim that ran out holds nothing, whether or not the sweeper came by. */
const isHeld = "status = 'claimed' AND claim_expires_at > $at AND claim_seen_at > $silentSince";
const isFree = `status IN ('open', 'claimed', 'escalated') AND NOT coalesce(${isHeld}, false)`;

/** How many posts stand where. */
export const figuresOf = named<{ workspaceId: string; at: Date; silentSince: Date }, Figures>(
  "figures.of",
  `SELECT count(*) FILTER (WHERE ${isFree} AND route = 'community') AS waiting,
     count(*) FILTER (WHERE ${isFree} AND route = 'community' AND due_at <= $at) AS late,
     count(*) FILTER (WHERE ${isHeld}) AS "onIt",
     count(*) FILTER (WHERE ${isFree} AND route <> 'community') AS "withStaff",
     count(*) FILTER (WHERE status = 'answered') AS answered,
     count(*) AS posts
   FROM mentions WHERE workspace_id = $workspaceId`,
);
