import type { CallProblem, Integration, MentionEvent, Target } from "../../lib/schema/integration.ts";
import { mostOf } from "../../lib/schema/limits.ts";
import { iso } from "./mention-json.ts";
import { named, statement } from "./statement.ts";

/** An integration as the jobs need it, with its secret: see `secretOf`. */
export interface StoredIntegration {
  readonly integration_id: string;
  readonly name: string;
  readonly target: Target;
  readonly sealed_secret: Buffer;
  readonly failures: number;
}

/** Creates or changes an integration; what failed before is tried again at once. */
export const putIntegration = named<
  {
    workspaceId: string;
    id: string;
    name: string;
    target: string;
    sealed: Buffer;
    hookCode: string;
    events: readonly MentionEvent[];
    enabled: boolean;
    at: Date;
  },
  { integration_id: string }
>(
  "integration.put",
  `INSERT INTO integrations AS i (workspace_id, integration_id, name, target, sealed_secret, hook_code, events, enabled, failures, created_at)
   VALUES ($workspaceId, $id, $name, $target, $sealed, $hookCode, $events, $enabled, 0, $at)
   ON CONFLICT (workspace_id, integration_id) DO UPDATE
   SET name = excluded.name, target = excluded.target, sealed_secret = excluded.sealed_secret, hook_code = excluded.hook_code,
     events = excluded.events, enabled = excluded.enabled,
     problem = NULL, failures = 0, paused_until = NULL
   RETURNING integration_id`,
);

/** workspace, integration. Locks it. */
export const lockIntegration = statement<[string, string], StoredIntegration>(
  "integration.lock",
  "SELECT integration_id, name, target, sealed_secret, failures FROM integrations WHERE workspace_id = $1 AND integration_id = $2 FOR UPDATE",
);

/** workspace, integration. Its deliveries and tickets go with it. */
export const dropIntegration = statement<[string, string]>(
  "integration.drop",
  "DELETE FROM integrations WHERE workspace_id = $1 AND integration_id = $2",
);

/** workspace -> as admins see them */
export const integrationsOf = statement<[string], { integration: Integration }>(
  "integration.list",
  `SELECT json_build_object('id', i.integration_id, 'name', i.name, 'target', i.target, 'events', i.events, 'enabled', i.enabled,
     'hook', CASE WHEN i.target ->> 'kind' IN ('zendesk', 'chatwoot', 'zammad') THEN '/v1/hooks/' || i.workspace_id || '-' || i.hook_code END,
     'problem', i.problem, 'pausedUntil', ${iso("i.paused_until")},
     'waiting', count(d.delivery_id) FILTER (WHERE d.state = 'waiting'), 'failed', count(d.delivery_id) FILTER (WHERE d.state = 'failed')) AS integration
   FROM integrations i
   LEFT JOIN deliveries d ON d.workspace_id = i.workspace_id AND d.integration_id = i.integration_id AND d.state <> 'done'
   WHERE i.workspace_id = $1 GROUP BY i.workspace_id, i.integration_id ORDER BY i.created_at, i.integration_id LIMIT ${mostOf.integrations}`,
);

/** Those that may be called now: workspace, at. */
export const readyIntegrations = statement<[string, Date], StoredIntegration>(
  "integration.ready",
  `SELECT integration_id, name, target, sealed_secret, failures FROM integrations
   WHERE workspace_id = $1 AND enabled AND (paused_until IS NULL OR paused_until <= $2)`,
);

/** workspace -> the secrets of its integrations, to be sealed anew */
export const integrationSecrets = statement<[string], Pick<StoredIntegration, "integration_id" | "sealed_secret">>(
  "integration.secrets",
  "SELECT integration_id, sealed_secret FROM integrations WHERE workspace_id = $1",
);

/** workspace, integration, sealed secret, the sealed secret that was read. Does nothing when another one was entered meanwhile. */
export const sealIntegration = statement<[string, string, Buffer, Buffer]>(
  "integration.seal",
  "UPDATE integrations SET sealed_secret = $3 WHERE workspace_id = $1 AND integration_id = $2 AND sealed_secret = $4",
);

/** A call went through: workspace, integration. */
export const integrationWorks = statement<[string, string]>(
  "integration.works",
  `UPDATE integrations SET problem = NULL, failures = 0, paused_until = NULL
   WHERE workspace_id = $1 AND integration_id = $2 AND (problem IS NOT NULL OR failures > 0)`,
);

/** A call failed: workspace, integration, problem, paused until (null: it goes on). */
export const integrationFails = statement<[string, string, CallProblem, Date | null]>(
  "integration.fails",
  `UPDATE integrations SET problem = $3, failures = failures + CASE WHEN $4::timestamptz IS NULL THEN 0 ELSE 1 END, paused_until = $4
   WHERE workspace_id = $1 AND integration_id = $2`,
);

/** Nobody is there any more: workspace, integration. It is off until an admin switches it on; what waits, waits. */
export const integrationEnds = statement<[string, string]>(
  "integration.ends",
  "UPDATE integrations SET enabled = false, problem = 'gone', failures = 0, paused_until = NULL WHERE workspace_id = $1 AND integration_id = $2",
);
