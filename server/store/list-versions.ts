import type { KeywordList, ListVersion } from "../../lib/schema/keywords.ts";
import { iso, person } from "./mention-json.ts";
import { named } from "./statement.ts";

/** Keeps the version that a list is in, as `memberId` pushed it; nothing where it is kept. */
export const keepVersion = named<{ workspaceId: string; listId: string; memberId: string | null; restored: number | null }>(
  "list_version.keep",
  `INSERT INTO list_versions (workspace_id, list_id, version, name, negative, removed, entries, size, member_id, restored, at)
   SELECT workspace_id, list_id, version, name, negative, removed, entries, json_array_length(entries), $memberId::text, $restored::integer, updated_at
   FROM keyword_lists WHERE workspace_id = $workspaceId AND list_id = $listId
   ON CONFLICT (workspace_id, list_id, version) DO NOTHING`,
);

/** Forgets the oldest versions of a list beyond so many, or beyond so many entries together; the latest stays. */
export const dropOldVersions = named<{ workspaceId: string; listId: string; versions: number; entries: number }>(
  "list_version.drop_old",
  `DELETE FROM list_versions d USING (
     SELECT version, row_number() OVER latest AS place, sum(size) OVER latest AS entries
     FROM list_versions WHERE workspace_id = $workspaceId AND list_id = $listId WINDOW latest AS (ORDER BY version DESC)
   ) old
   WHERE d.workspace_id = $workspaceId AND d.list_id = $listId AND d.version = old.version
     AND old.place > 1 AND (old.place > $versions OR old.entries > $entries)`,
);

/** The list as it stands, as a version: one that a former server pushed is not kept yet. */
const present = `SELECT workspace_id, list_id, version, name, negative, removed, entries, json_array_length(entries) AS size,
    NULL::text AS member_id, NULL::integer AS restored, updated_at AS at
  FROM keyword_lists k
  WHERE k.workspace_id = $workspaceId AND k.list_id = $listId AND NOT EXISTS (
    SELECT FROM list_versions x WHERE x.workspace_id = $workspaceId AND x.list_id = k.list_id AND x.version = k.version)`;
const kept = `SELECT workspace_id, list_id, version, name, negative, removed, entries, size, member_id, restored, at
  FROM list_versions WHERE workspace_id = $workspaceId AND list_id = $listId`;

/** The latest first; none where there is no list. */
export const versionsOf = named<{ workspaceId: string; listId: string }, { version: ListVersion }>(
  "list_version.of",
  `SELECT json_build_object('version', h.version, 'name', h.name, 'negative', h.negative, 'removed', h.removed, 'at', ${iso("h.at")},
     'size', h.size, 'by', nullif(${person("h.member_id")} ->> 'name', ''), 'restored', h.restored) AS version
   FROM (${kept} UNION ALL ${present}) h ORDER BY h.version DESC`,
);

/** A list as it was; no row where that is not kept. */
export const versionOf = named<{ workspaceId: string; listId: string; version: number }, { list: KeywordList }>(
  "list_version.one",
  `SELECT json_build_object('id', h.list_id, 'name', h.name, 'version', h.version, 'negative', h.negative, 'removed', h.removed,
     'entries', h.entries, 'updatedAt', ${iso("h.at")}) AS list
   FROM (${kept} UNION ALL ${present}) h WHERE h.version = $version::integer`,
);

/** Makes a list what it was in a version in which it was not taken out; gives what it is now, or no row. */
export const restoreVersion = named<
  { workspaceId: string; listId: string; version: number; at: Date; revision: number },
  { name: string; version: number; negative: boolean }
>(
  "list_version.restore",
  `UPDATE keyword_lists k SET name = h.name, negative = h.negative, entries = h.entries, removed = false, version = k.version + 1,
     updated_at = $at, revision = $revision
   FROM list_versions h
   WHERE k.workspace_id = $workspaceId AND k.list_id = $listId AND h.workspace_id = $workspaceId AND h.list_id = k.list_id
     AND h.version = $version::integer AND NOT h.removed
   RETURNING k.name, k.version, k.negative`,
);

/** Whether a list can go back to a version. */
export const canRestore = named<{ workspaceId: string; listId: string; version: number }, { size: number }>(
  "list_version.can_restore",
  `SELECT size FROM list_versions
   WHERE workspace_id = $workspaceId AND list_id = $listId AND version = $version AND NOT removed`,
);

/** Nobody knows any more which versions a former member pushed. */
export const disownVersions = named<{ workspaceId: string; memberId: string }>(
  "list_version.disown",
  "UPDATE list_versions SET member_id = NULL WHERE workspace_id = $workspaceId AND member_id = $memberId",
);
