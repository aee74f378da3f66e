import type { KeywordEntry, KeywordList } from "../../lib/schema/keywords.ts";
import { iso } from "./mention-json.ts";
import { named, statement } from "./statement.ts";

/** A keyword list `k` as the wire has it. */
export const listJson = `json_build_object('id', k.list_id, 'name', k.name, 'version', k.version, 'negative', k.negative, 'removed', k.removed, 'entries', k.entries, 'updatedAt', ${iso("k.updated_at")})`;

/** A knowledge item `i` as the wire has it. */
export const itemJson = `json_build_object('id', i.item_id, 'lang', i.lang, 'title', i.title, 'topics', i.topics, 'answer', i.answer, 'link', i.link,
  'kinds', i.kinds, 'removed', i.removed)`;

/** workspace -> its lists, with how many entries each has */
export const listHeads = statement<[string], { id: string; negative: boolean; size: number }>(
  "list.heads",
  "SELECT list_id AS id, negative, json_array_length(entries) AS size FROM keyword_lists WHERE workspace_id = $1 ORDER BY list_id",
);

/** workspace, list -> all of it */
export const fullList = statement<[string, string], { list: KeywordList }>(
  "list.full",
  `SELECT ${listJson} AS list FROM keyword_lists k WHERE k.workspace_id = $1 AND k.list_id = $2`,
);

/** workspace, list. Locks it. */
export const lockList = statement<[string, string], { version: number; removed: boolean }>(
  "list.lock",
  "SELECT version, removed FROM keyword_lists WHERE workspace_id = $1 AND list_id = $2 FOR UPDATE",
);

/** No row when its version is not the one before. */
export const putList = named<
  { workspaceId: string; id: string; name: string; version: number; negative: boolean; entries: string; at: Date; revision: number },
  { version: number }
>(
  "list.put",
  `INSERT INTO keyword_lists AS k (workspace_id, list_id, name, version, negative, entries, updated_at, revision)
   VALUES ($workspaceId, $id, $name, $version, $negative, $entries, $at, $revision)
   ON CONFLICT (workspace_id, list_id) DO UPDATE
   SET name = excluded.name, version = excluded.version, negative = excluded.negative, entries = excluded.entries,
     removed = false, updated_at = excluded.updated_at, revision = excluded.revision
   WHERE k.version = excluded.version - 1
   RETURNING version`,
);

/** Its lines go at once: workspace, list, at, revision. Gives what is left of it. */
export const removeList = statement<[string, string, Date, number], { name: string; version: number; negative: boolean }>(
  "list.remove",
  `UPDATE keyword_lists SET removed = true, entries = '[]', version = version + 1, updated_at = $3, revision = $4
   WHERE workspace_id = $1 AND list_id = $2 RETURNING name, version, negative`,
);

/** Forgets lists that were taken out, as `forgetItems` does. Workspace. */
export const forgetLists = statement<[string]>(
  "list.forget",
  "DELETE FROM keyword_lists WHERE workspace_id = $1 AND removed AND revision <= (SELECT lowest FROM workspaces WHERE workspace_id = $1)",
);

/** The same part again replaces it. */
export const putPart = named<{ workspaceId: string; deviceId: string; pushId: string; part: number; entries: string; at: Date }>(
  "list.put_part",
  `INSERT INTO keyword_parts (workspace_id, device_id, push_id, part, entries, at) VALUES ($workspaceId, $deviceId, $pushId, $part, $entries, $at)
   ON CONFLICT (workspace_id, device_id, push_id, part) DO UPDATE SET entries = excluded.entries, at = excluded.at`,
);

/** workspace, device, push. In their order. */
export const pushedParts = statement<[string, string, string], { entries: KeywordEntry[] }>(
  "list.parts",
  "SELECT entries FROM keyword_parts WHERE workspace_id = $1 AND device_id = $2 AND push_id = $3 ORDER BY part",
);

/** workspace, device, push */
export const dropParts = statement<[string, string, string]>(
  "list.drop_parts",
  "DELETE FROM keyword_parts WHERE workspace_id = $1 AND device_id = $2 AND push_id = $3",
);

/** workspace, before. Parts that nobody pushed. */
export const dropOldParts = statement<[string, Date]>(
  "list.drop_old_parts",
  "DELETE FROM keyword_parts WHERE workspace_id = $1 AND at < $2",
);

/** A new item, or a new form of one; one that was taken out is back. */
export const putKnowledge = named<{
  workspaceId: string;
  id: string;
  lang: string;
  title: string;
  topics: readonly string[];
  answer: string;
  link: string | null;
  kinds: readonly string[];
  revision: number;
}>(
  "knowledge.put",
  `INSERT INTO knowledge (workspace_id, item_id, lang, title, topics, answer, link, kinds, revision) VALUES ($workspaceId, $id, $lang, $title, $topics, $answer, $link, $kinds, $revision)
   ON CONFLICT (workspace_id, item_id) DO UPDATE SET lang = excluded.lang, title = excluded.title, topics = excluded.topics,
     answer = excluded.answer, link = excluded.link, kinds = excluded.kinds, removed = false, revision = excluded.revision`,
);

/** workspace, item, revision */
export const removeItem = statement<[string, string, number]>(
  "knowledge.remove",
  "UPDATE knowledge SET removed = true, revision = $3 WHERE workspace_id = $1 AND item_id = $2",
);

/** Forgets items that were taken out, up to the removals that were forgotten: who stands before those starts over. Workspace. */
export const forgetItems = statement<[string]>(
  "knowledge.forget",
  "DELETE FROM knowledge WHERE workspace_id = $1 AND removed AND revision <= (SELECT lowest FROM workspaces WHERE workspace_id = $1)",
);
