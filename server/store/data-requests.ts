import type { DataRequest } from "../../lib/schema/erasure.ts";
import { iso } from "./mention-json.ts";
import { named } from "./statement.ts";

/** Puts a request down, unless so many wait already or the workspace is none. Gives a row where it did. */
export const putDataRequest = named<
  { workspaceId: string; id: string; site: string; author: string; note: string; at: Date; most: number },
  { id: string }
>(
  "data_request.put",
  `INSERT INTO data_requests (workspace_id, request_id, site, author, note, at)
   SELECT w.workspace_id, $id, $site, $author, $note, $at FROM workspaces w
   WHERE w.workspace_id = $workspaceId AND (SELECT count(*) FROM data_requests r WHERE r.workspace_id = $workspaceId) < $most
   RETURNING request_id AS id`,
);

/** Those that wait, the oldest first. */
export const dataRequests = named<{ workspaceId: string; most: number }, { request: DataRequest }>(
  "data_request.list",
  `SELECT json_build_object('id', r.request_id, 'site', r.site, 'author', r.author, 'note', r.note, 'at', ${iso("r.at")}) AS request
   FROM data_requests r WHERE r.workspace_id = $workspaceId ORDER BY r.at, r.request_id LIMIT $most`,
);

/** Forgets one that was looked at; gives a row where it was there. */
export const dropDataRequest = named<{ workspaceId: string; id: string }, { id: string }>(
  "data_request.drop",
  "DELETE FROM data_requests WHERE workspace_id = $workspaceId AND request_id = $id RETURNING request_id AS id",
);

/** Forgets those of before. */
export const forgetDataRequests = named<{ workspaceId: string; before: Date }>(
  "data_request.forget",
  "DELETE FROM data_requests WHERE workspace_id = $workspaceId AND at < $before",
);

/** What the community of a public page is called. */
export const nameOfWorkspace = named<{ workspaceId: string }, { name: string }>(
  "workspace.name",
  "SELECT name FROM workspaces WHERE workspace_id = $workspaceId",
);
