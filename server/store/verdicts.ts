import type { Overrule } from "../../lib/schema/overrule.ts";
import type { Role } from "../../lib/schema/roles.ts";
import type { Route, Triage } from "../../lib/schema/triage.ts";
import type { Cause } from "../../lib/schema/triage-settings.ts";
import type { Verdict } from "../../lib/triage/verdicts.ts";
import { named, statement } from "./statement.ts";

interface LookedRow {
  readonly scored: Triage;
  readonly overrules: Overrule[];
  readonly route: Route;
  readonly routed_by_person: boolean;
  /** Of who answered it; null while nobody has. */
  readonly answered_by: Role | null;
}

/** workspace, mention */
export const lookedAt = statement<[string, string], LookedRow>(
  "verdict.looked_at",
  `SELECT coalesce(m.scored, m.triage) AS scored, m.overrules, m.route, m.routed_by_person,
     CASE WHEN m.status = 'answered' THEN p.role END AS answered_by
   FROM mentions m
   LEFT JOIN replies r ON r.workspace_id = m.workspace_id AND r.mention_id = m.mention_id
   LEFT JOIN members p ON p.workspace_id = r.workspace_id AND p.member_id = r.author
   WHERE m.workspace_id = $1 AND m.mention_id = $2`,
);

export const putVerdict = named<{
  workspaceId: string;
  mentionId: string;
  cause: Cause;
  score: number;
  sent: boolean;
  holds: boolean;
  source: Verdict["source"];
  at: Date;
}>(
  "verdict.put",
  `INSERT INTO verdicts (workspace_id, mention_id, cause, score, sent, holds, source, at) VALUES ($workspaceId, $mentionId, $cause, $score, $sent, $holds, $source, $at)
   ON CONFLICT (workspace_id, mention_id, cause) DO UPDATE
   SET score = excluded.score, sent = excluded.sent, holds = excluded.holds, source = excluded.source, at = excluded.at`,
);

/** workspace, mention, the causes that keep theirs */
export const dropVerdicts = statement<[string, string, Cause[]]>(
  "verdict.drop",
  "DELETE FROM verdicts WHERE workspace_id = $1 AND mention_id = $2 AND cause <> ALL ($3)",
);

/** workspace, from when on */
export const verdictsSince = statement<[string, Date], Verdict>(
  "verdict.since",
  "SELECT cause, score, sent, holds, source FROM verdicts WHERE workspace_id = $1 AND at > $2",
);
