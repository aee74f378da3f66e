import type { Workspace } from "../../lib/schema/workspace.ts";
import { statement } from "./statement.ts";

/** workspace, name, disclosure, epoch, at. Its own row is revision 1. */
export const insertWorkspace = statement<[string, string, string, string, Date]>(
  "workspace.insert",
  `INSERT INTO workspaces (workspace_id, name, disclosure, settings, epoch, counter, revision, created_at)
   VALUES ($1, $2, $3, '{}', $4, 1, 1, $5)`,
);

/** What a workspace set for its replies, of the row `w`. */
const answeringJson = `jsonb_build_object('disclosures', '{}'::jsonb, 'bannedWords', '[]'::jsonb, 'allowedDomains', '[]'::jsonb, 'orderNumber', null,
  'voice', '', 'machineDrafts', false) || coalesce(w.settings -> 'answering', '{}')`;

/** A workspace `w` as the wire has it. */
export const workspaceJson = `json_build_object('id', w.workspace_id, 'name', w.name, 'disclosure', w.disclosure, 'answering', ${answeringJson})`;

export const workspaceById = statement<[string], Workspace>(
  "workspace.by_id",
  `SELECT w.workspace_id AS id, w.name, w.disclosure, ${answeringJson} AS answering FROM workspaces w WHERE w.workspace_id = $1`,
);

/** workspace, what changed of its answering as JSON, revision */
export const setAnswering = statement<[string, string, number]>(
  "workspace.set_answering",
  `UPDATE workspaces SET settings = settings || jsonb_build_object('answering', coalesce(settings -> 'answering', '{}') || $2::jsonb), revision = $3
   WHERE workspace_id = $1`,
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

/** Where a workspace is; what a socket says first. */
export const currentRevision = statement<[string], { revision: number }>(
  "workspace.revision",
  "SELECT counter AS revision FROM workspaces WHERE workspace_id = $1",
);

/** Lets one server at a time decide whether a first workspace is needed; held until the transaction ends. */
export const lockFirstStart = statement<[]>("workspace.lock_first_start", "SELECT pg_advisory_xact_lock(7165512001)");
