import type { Calibration } from "../../lib/schema/calibration.ts";
import { statement } from "./statement.ts";

export interface TriageState {
  /** As it was stored; null when nothing was ever set. */
  readonly settings: unknown;
  readonly calibration: Calibration | null;
  readonly scored_version: number;
}

/** workspace */
export const triageState = statement<[string], TriageState>(
  "triage.state",
  "SELECT settings -> 'triage' AS settings, calibration, scored_version FROM workspaces WHERE workspace_id = $1",
);

/** workspace, settings as JSON, version that they replace, revision. No row when that is no longer the version. */
export const putTriageSettings = statement<[string, string, number, number], { put: true }>(
  "triage.put_settings",
  `UPDATE workspaces SET settings = jsonb_set(settings, '{triage}', $2::jsonb), revision = $4
   WHERE workspace_id = $1 AND coalesce((settings #>> '{triage,version}')::bigint, 0) = $3 RETURNING true AS put`,
);

/** workspace, calibration as JSON, revision */
export const putCalibration = statement<[string, string, number]>(
  "triage.put_calibration",
  "UPDATE workspaces SET calibration = $2::jsonb, revision = $3 WHERE workspace_id = $1",
);

/** workspace, version by which everything that waits is scored now */
export const markScored = statement<[string, number]>(
  "triage.mark_scored",
  "UPDATE workspaces SET scored_version = $2 WHERE workspace_id = $1",
);

/** workspace, night, what was done as JSON, at. No row when that night's was done before. */
export const beginRefit = statement<[string, string, string, Date], { begun: true }>(
  "triage.begin_refit",
  `INSERT INTO refits (workspace_id, night, thresholds, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING true AS begun`,
);
