import type { KeywordEntry, KeywordList } from "../../lib/schema/keywords.ts";
import { iso } from "./mention-json.ts";
import { named, statement } from "./statement.ts";

/** A keyword list `k` as the wire has it. */
export const listJson = `json_build_object('id', k.list_id, 'name', k.name, 'version', k.version, 'negative', k.negative, 'removed', k.removed, 'entries', k.entries, 'updatedAt', ${iso("k.updated_at")})`;

/** A knowledge item `i` as the wire has it. */
export const itemJson = `(jsonb_build_object('id', i.item_id, 'lang', i.lang, 'title', i.title, 'topics', i.topics, 'answer', i.answer, 'link', i.link,
  'kinds', i.kinds, 'owner', i.owner, 'validUntil', to_char(i.valid_until, 'YYYY-MM-DD'), 'removed', i.removed) || CASE WHEN i.answered_at IS NULL THEN '{}' ELSE jsonb_build_object('answeredAt', ${iso("i.answered_at")}) END)`;

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

/** What a push of a list begins from; no row where there is none. */
export const listVersion = statement<[string, string], { version: number; name: string; negative: boolean }>(
  "list.version",
  "SELECT version, name, negative FROM keyword_lists WHERE workspace_id = $1 AND list_id = $2",
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

/** A new item, or a new form of one, which is the workspace's own from then on; one that was taken out is back. */
export const putKnowledge = named<{
  workspaceId: string;
  id: string;
  lang: string;
  title: string;
  topics: readonly string[];
  answer: string;
  link: string | null;
  kinds: readonly string[];
  validUntil: string | null;
  /** Nothing was said of its last day: the one that it has stays. */
  keepsDay: boolean;
  /** Whose it is from now on, unless it is somebody's already. */
  owner: string | null;
  proposed: boolean;
  revision: number;
}>(
  "knowledge.put",
  `INSERT INTO knowledge AS k (workspace_id, item_id, lang, title, topics, answer, link, kinds, valid_until, owner, proposed, revision)
   VALUES ($workspaceId, $id, $lang, $title, $topics, $answer, $link, $kinds, $validUntil::date, $owner, $proposed, $revision)
   ON CONFLICT (workspace_id, item_id) DO UPDATE SET lang = excluded.lang, title = excluded.title, topics = excluded.topics,
     answer = excluded.answer, link = excluded.link, kinds = excluded.kinds, valid_until = CASE WHEN $keepsDay THEN k.valid_until ELSE excluded.valid_until END, owner = coalesce(k.owner, excluded.owner),
     proposed = CASE WHEN k.owner IS NULL THEN excluded.proposed ELSE k.proposed END, answered_at = NULL,
     removed = false, revision = excluded.revision`,
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

interface ForumItem {
  readonly workspaceId: string;
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly answer: string;
  readonly link: string | null;
  readonly answeredAt: Date;
  readonly revision: number;
}

/** Takes an answer over from the forum that was not there before. */
export const putForumItem = named<ForumItem>(
  "knowledge.put_from_forum",
  `INSERT INTO knowledge (workspace_id, item_id, lang, title, topics, answer, link, answered_at, revision)
   VALUES ($workspaceId, $id, $lang, $title, '{}', $answer, $link, $answeredAt, $revision)
   ON CONFLICT (workspace_id, item_id) DO UPDATE SET lang = excluded.lang, title = excluded.title, answer = excluded.answer, link = excluded.link,
     answered_at = excluded.answered_at, removed = false, revision = excluded.revision
   WHERE knowledge.answered_at IS NOT NULL`,
);

/** Whether an answer that was taken over is still the forum's (nobody changed it or took it out here), and says something else by now. */
export const isForumItemStale = named<Omit<ForumItem, "revision">, { yes: boolean }>(
  "knowledge.is_stale",
  `SELECT (lang, title, answer, link, answered_at) IS DISTINCT FROM ($lang::text, $title::text, $answer::text, $link::text, $answeredAt::timestamptz) AS yes
   FROM knowledge WHERE workspace_id = $workspaceId AND item_id = $id AND answered_at IS NOT NULL AND NOT removed`,
);

/** Items that were taken over from the forum, are still as they came, and whose topic is not known any more. */
export const forumItemsGone = named<{ workspaceId: string }, { id: string }>(
  "knowledge.gone_from_forum",
  `SELECT k.item_id AS id FROM knowledge k
   WHERE k.workspace_id = $workspaceId AND k.answered_at IS NOT NULL AND NOT k.removed
     AND NOT EXISTS (SELECT FROM forum_topics t WHERE t.workspace_id = $workspaceId AND k.item_id = 'forum-' || t.topic::text)`,
);

/** Takes items out, each with a revision of its own, the last of which is `revision`. */
export const removeItems = named<{ workspaceId: string; ids: readonly string[]; revision: number }>(
  "knowledge.remove_all",
  `UPDATE knowledge SET removed = true, revision = $revision::bigint - cardinality($ids::text[]) + array_position($ids::text[], item_id)
   WHERE workspace_id = $workspaceId AND item_id = ANY ($ids::text[])`,
);
