import * as v from "valibot";
import { type AlertRules, noAlertRules } from "../../lib/schema/alert-choices.ts";
import { type ClockSettings, defaultClock } from "../../lib/schema/clock.ts";
import { usualLevelRules } from "../../lib/schema/level-rules.ts";
import { type LookRules, usualLookRules } from "../../lib/schema/look-rules.ts";
import { type Retention, usualRetention } from "../../lib/schema/retention.ts";
import { noReplyPolicy, Workspace } from "../../lib/schema/workspace.ts";
import { shippedLine } from "../../lib/suggest/disclosure/shipped.ts";
import { newId } from "../ids.ts";
import { brakeRules } from "./brake-signs.ts";
import { brandJson } from "./brands.ts";
import { all, first, named, type Queryable, statement } from "./statement.ts";

/** workspace, name, disclosure, epoch, at. Its own row is revision 1. */
export const insertWorkspace = statement<[string, string, string, string, Date]>(
  "workspace.insert",
  `INSERT INTO workspaces (workspace_id, name, disclosure, settings, epoch, counter, revision, created_at)
   VALUES ($1, $2, $3, '{}', $4, 1, 1, $5)`,
);

/** Begins a workspace with the words for the tie to the brand that are shipped; gives its id. */
export async function beginWorkspace(on: Queryable, name: string, at: Date): Promise<string> {
  const id = newId();
  await all(on, insertWorkspace, id, name, shippedLine("customer", "en", "") ?? "", newId(), at);
  return id;
}

const clock = `coalesce(w.settings -> 'clock', '${JSON.stringify(defaultClock)}')`;

/** What a workspace set for its replies. */
const answering = `'${JSON.stringify(noReplyPolicy)}'::jsonb || coalesce(w.settings -> 'answering', '{}')`;

const alertRules = `coalesce(w.settings -> 'alerts', '${JSON.stringify(noAlertRules)}')`;

const lookRules = `coalesce(w.settings -> 'looks', '${JSON.stringify(usualLookRules)}')`;

const retention = `coalesce(w.settings -> 'retention', '${JSON.stringify(usualRetention)}')`;

/** What each level may in workspace `w`. */
export const levelRules = `coalesce(w.settings -> 'levels', '${JSON.stringify(usualLevelRules)}')`;

const parts = `'id', w.workspace_id, 'name', w.name, 'disclosure', w.disclosure, 'answering', ${answering}, 'clock', ${clock},
  'triage', w.settings -> 'triage', 'calibration', w.calibration, 'alerts', ${alertRules},
  'looks', ${lookRules}, 'levels', ${levelRules}, 'retention', ${retention}, 'brake', w.settings -> 'brake',
  'brakeRules', ${brakeRules}`;

/** A workspace `w` as the wire has it. */
export const workspaceJson = `json_build_object(${parts}, 'brand', ${brandJson})`;

/** workspace, name, revision */
export const renameWorkspace = statement<[string, string | null, number]>(
  "workspace.rename",
  "UPDATE workspaces SET name = coalesce($2, name), revision = $3 WHERE workspace_id = $1",
);

/** workspace, what changed of its answering as JSON, revision */
export const setAnswering = statement<[string, string, number]>(
  "workspace.set_answering",
  `UPDATE workspaces SET settings = settings || jsonb_build_object('answering', coalesce(settings -> 'answering', '{}') || $2::jsonb), revision = $3
   WHERE workspace_id = $1`,
);

export const lookRulesOf = statement<[string], { looks: LookRules }>(
  "workspace.look_rules",
  `SELECT ${lookRules} AS looks FROM workspaces w WHERE w.workspace_id = $1`,
);

/** workspace, rules as JSON, revision */
export const putLookRules = statement<[string, string, number]>(
  "workspace.put_look_rules",
  "UPDATE workspaces SET settings = jsonb_set(settings, '{looks}', $2::jsonb), revision = $3 WHERE workspace_id = $1",
);

export const retentionOf = named<{ workspaceId: string }, { retention: Retention }>(
  "workspace.retention",
  `SELECT ${retention} AS retention FROM workspaces w WHERE w.workspace_id = $workspaceId`,
);

/** How long posts are kept from now on, as JSON. */
export const putRetention = named<{ workspaceId: string; retention: string; revision: number }>(
  "workspace.put_retention",
  "UPDATE workspaces SET settings = jsonb_set(settings, '{retention}', $retention::jsonb), revision = $revision WHERE workspace_id = $workspaceId",
);

/** What each level may from now on, as JSON. */
export const putLevelRules = named<{ workspaceId: string; rules: string; revision: number }>(
  "workspace.put_level_rules",
  "UPDATE workspaces SET settings = jsonb_set(settings, '{levels}', $rules::jsonb), revision = $revision WHERE workspace_id = $workspaceId",
);

export const clockOfWorkspace = statement<[string], { clock: ClockSettings }>(
  "workspace.clock",
  `SELECT ${clock} AS clock FROM workspaces w WHERE w.workspace_id = $1`,
);

/** What a workspace says about posts that are reported: workspace. `triage` as it was stored, null when nothing was ever set. */
export const reportTerms = statement<[string], { triage: unknown; clock: ClockSettings }>(
  "workspace.report_terms",
  `SELECT w.settings -> 'triage' AS triage, ${clock} AS clock FROM workspaces w WHERE w.workspace_id = $1`,
);

/** workspace, clock as JSON, revision */
export const putClock = statement<[string, string, number]>(
  "workspace.put_clock",
  "UPDATE workspaces SET settings = jsonb_set(settings, '{clock}', $2::jsonb), revision = $3 WHERE workspace_id = $1",
);

/** What the workspace says of alerts. */
export const alertRulesOf = named<{ workspaceId: string }, { rules: AlertRules }>(
  "workspace.alert_rules",
  `SELECT ${alertRules} AS rules FROM workspaces w WHERE w.workspace_id = $workspaceId`,
);

/** What the workspace says of alerts from now on, as JSON. */
export const putAlertRules = named<{ workspaceId: string; rules: string; revision: number }>(
  "workspace.put_alert_rules",
  "UPDATE workspaces SET settings = jsonb_set(settings, '{alerts}', $rules::jsonb), revision = $revision WHERE workspace_id = $workspaceId",
);

const storedWorkspace = statement<[string], { workspace: unknown }>(
  "workspace.by_id",
  `SELECT ${workspaceJson} AS workspace FROM workspaces w WHERE w.workspace_id = $1`,
);

const workspaceWithoutBrand = statement<[string], { workspace: unknown }>(
  "workspace.without_brand",
  `SELECT json_build_object(${parts}) AS workspace FROM workspaces w WHERE w.workspace_id = $1`,
);

/** What every batch of replies is looked at by: all but the brand, whose picture is larger than the rest. */
export async function workspaceForReplies(on: Queryable, id: string): Promise<Workspace | null> {
  const row = await first(on, workspaceWithoutBrand, id);
  return row && v.parse(Workspace, row.workspace);
}

/** The workspace as the wire has it; null when there is none of this id. */
export async function workspaceById(on: Queryable, id: string): Promise<Workspace | null> {
  const row = await first(on, storedWorkspace, id);
  return row && v.parse(Workspace, row.workspace);
}

/** The one statement over all workspaces: for jobs and the first start. */
export const workspaceIds = statement<[], { id: string; name: string }>(
  "workspace.ids",
  "SELECT workspace_id AS id, name FROM workspaces ORDER BY created_at, workspace_id",
);

/** Which of these there are. Over all workspaces, as nobody knows yet whose the ids are. */
export const workspacesAmong = statement<[readonly string[]], { id: string }>(
  "workspace.among",
  "SELECT workspace_id AS id FROM workspaces WHERE workspace_id = ANY ($1)",
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

/** How far a workspace's revisions have come. */
export const currentRevision = statement<[string], { revision: number }>(
  "workspace.revision",
  "SELECT counter AS revision FROM workspaces WHERE workspace_id = $1",
);

/** Lets one server at a time decide whether a first workspace is needed; held until the transaction ends. */
export const lockFirstStart = statement<[]>("workspace.lock_first_start", "SELECT pg_advisory_xact_lock(7165512001)");
