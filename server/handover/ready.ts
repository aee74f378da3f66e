import type { Deps } from "../deps.ts";
import { secretOf } from "../models/integration-secret.ts";
import { integrationFails, readyIntegrations, type StoredIntegration } from "../store/integrations.ts";
import { all } from "../store/statement.ts";

/** An integration that may be called now, with its secret. */
export interface ReadyIntegration extends Omit<StoredIntegration, "secret" | "sealed_secret"> {
  readonly secret: string;
}

/** When to look again whether the secret can be opened: an operator may have set the server's own secret right meanwhile. */
const lostPauseMs = 5 * 60_000;

/** Those of a workspace that may be called now. One whose secret nobody can open says so to the admins, and waits. */
export async function readyToCall({ pool, now, models }: Pick<Deps, "pool" | "now" | "models">, workspaceId: string) {
  const ready: ReadyIntegration[] = [];
  for (const row of await all(pool, readyIntegrations, workspaceId, now())) {
    const secret = secretOf(models.keys, workspaceId, row);
    if (secret !== null) ready.push({ ...row, secret });
    else {
      const next = new Date(now().getTime() + lostPauseMs);
      await all(pool, integrationFails, workspaceId, row.integration_id, "secret_lost", next);
    }
  }
  return ready;
}
