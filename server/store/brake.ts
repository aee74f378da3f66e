import type { Role } from "../../lib/schema/roles.ts";
import { named } from "./statement.ts";

/** Whether the community of workspace `w` is stopped. */
export const isStopped = "w.settings ? 'brake'";

/** Stops the community: `brake` as JSON. */
export const putBrake = named<{ workspaceId: string; brake: string; revision: number }>(
  "brake.put",
  "UPDATE workspaces SET settings = jsonb_set(settings, '{brake}', $brake::jsonb), revision = $revision WHERE workspace_id = $workspaceId",
);

/** Lets the community go on; what happened before counts no more for the brake. */
export const dropBrake = named<{ workspaceId: string; at: Date; revision: number }>(
  "brake.drop",
  `UPDATE workspaces SET settings = (settings - 'brake') || jsonb_build_object('brakeOff', $at::timestamptz), revision = $revision
   WHERE workspace_id = $workspaceId`,
);

export const isStoppedNow = named<{ workspaceId: string }, { yes: boolean }>(
  "brake.is_on",
  `SELECT ${isStopped} AS yes FROM workspaces w WHERE w.workspace_id = $workspaceId`,
);

/** Locks the posts that members of none of these roles hold, in one order. */
export const lockHeldByOthers = named<{ workspaceId: string; staff: readonly Role[] }, { mention_id: string }>(
  "brake.lock_held",
  `SELECT m.mention_id FROM mentions m JOIN members p ON p.workspace_id = $workspaceId AND p.member_id = m.holder
   WHERE m.workspace_id = $workspaceId AND m.status = 'claimed' AND NOT p.role = ANY ($staff::text[]) ORDER BY m.mention_id FOR UPDATE OF m`,
);
