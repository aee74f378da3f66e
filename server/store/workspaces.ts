import type { Workspace } from "../../lib/schema/workspace.ts";
import { statement } from "./statement.ts";

/** workspace, name, disclosure, epoch, at. Its own row is revision 1. */
export const insertWorkspace = statement<[string, string, string, string, Date]>(
  "workspace.insert",
  `INSERT INTO workspaces (workspace_id, name, disclosure, settings, epoch, counter, revision, created_at)
   VALUES ($1, $2, $3, '{}', $4, 1, 1, $5)`,
);

export const workspaceById = statement<[string], Workspace>(
  "workspace.by_id",
  "SELECT workspace_id AS id, name, disclosure FROM workspaces WHERE workspace_id = $1",
);

/** The one statement over all workspaces: for jobs and the first start. */
export const workspaceIds = statement<[], { id: string; name: string }>(
  "workspace.ids",
  "SELECT workspace_id AS id, name FROM workspaces ORDER BY created_at, workspace_id",
);

/** Gives out the next revision. The last lock that a transaction takes, held until its end. */
export const raiseCounter = statement<[string], { revision: number }>(
  "workspace.raise",
  "UPDATE workspaces SET counter = counter + 1 WHERE workspace_id = $1 RETURNING counter AS revision",
);

/** Gives out a revision for each of so many changes; gives the last one: workspace, how many. Taken last, as ever. */
export const raiseCounterBy = statement<[string, number], { revision: number }>(
  "workspace.raise_by",
  "UPDATE workspaces SET counter = counter + $2 WHERE workspace_id = $1 RETURNING counter AS revision",
);

/** Lets one server at a time decide whether a first workspace is needed; held until the transaction ends. */
export const lockFirstStart = statement<[]>("workspace.lock_first_start", "SELECT pg_advisory_xact_lock(7165512001)");
