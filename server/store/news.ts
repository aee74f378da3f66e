import type { Mention } from "../../lib/schema/mention.ts";
import { everything, mentionJson } from "./mention-json.ts";
import { statement } from "./statement.ts";

/** From now on a workspace's mentions are looked at for news. */
export const beginNews = statement<[string]>(
  "news.begin",
  "INSERT INTO told_until (workspace_id, revision) SELECT workspace_id, counter FROM workspaces WHERE workspace_id = $1 ON CONFLICT DO NOTHING",
);

/** How far the mentions have been looked at; no row when nobody wants to know, or another server is at it. */
export const lockNews = statement<[string], { revision: number }>(
  "news.lock",
  "SELECT revision FROM told_until WHERE workspace_id = $1 FOR UPDATE SKIP LOCKED",
);

interface Moved {
  readonly mention: Mention;
  readonly place: string | null;
  readonly warned: boolean;
  readonly follow_up: string | null;
  readonly told_follow_up: string | null;
}

const moved = (condition: string, order: string) => `
  SELECT ${mentionJson(everything)} AS mention, t.place, coalesce(t.warned, false) AS warned, m.follow_up, t.follow_up AS told_follow_up
  FROM mentions m
  LEFT JOIN told t ON t.workspace_id = m.workspace_id AND t.mention_id = m.mention_id
  WHERE m.workspace_id = $1 AND ${condition} ORDER BY ${order}`;

const place = "CASE WHEN m.status IN ('open', 'claimed', 'escalated') THEN m.route ELSE m.status END";

/** Those that are elsewhere now, or whose author wrote again: workspace, after revision, at most. */
export const movedMentions = statement<[string, number, number], Moved>(
  "news.moved",
  `${moved(
    `m.revision > $2 AND (${place} <> coalesce(t.place, 'community') OR m.follow_up IS DISTINCT FROM t.follow_up)`,
    "m.revision",
  )} LIMIT $3`,
);

/** Whose clock is about to run out, and nobody was told: workspace, at, at the earliest. */
export const mentionsToWarn = statement<[string, Date, Date], Moved>(
  "news.to_warn",
  `${moved(
    `(m.status IN ('open', 'escalated') OR m.status = 'claimed') AND m.warn_at <= $2 AND m.warn_at > $3 AND t.warned IS NOT TRUE
     AND NOT EXISTS (SELECT FROM replies r WHERE r.workspace_id = $1 AND r.mention_id = m.mention_id)`,
    "m.warn_at",
  )} LIMIT 200`,
);

/** workspace, mention, place, warned, follow-up */
export const tell = statement<[string, string, string, boolean, string | null]>(
  "news.tell",
  `INSERT INTO told (workspace_id, mention_id, place, warned, follow_up) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (workspace_id, mention_id) DO UPDATE SET place = excluded.place, warned = excluded.warned, follow_up = excluded.follow_up`,
);

/** workspace, revision */
export const newsUntil = statement<[string, number]>("news.until", "UPDATE told_until SET revision = $2 WHERE workspace_id = $1");
