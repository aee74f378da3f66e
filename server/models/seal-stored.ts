import type { Pool } from "pg";
import { signAnew } from "../audit/tend.ts";
import { forEachWorkspace } from "../database/each-workspace.ts";
import type { Log } from "../log.ts";
import { personKeyOf, sealPersonKey } from "../store/erasure.ts";
import { forumOf, sealForum, sealForumKey } from "../store/forums.ts";
import { integrationSecrets, sealIntegration } from "../store/integrations.ts";
import { languageModelOf, sealModelKey } from "../store/language-models.ts";
import { all, first } from "../store/statement.ts";
import { forumKeyOwner, forumSecretOwner } from "./forum-secret.ts";
import { secretOwner } from "./integration-secret.ts";
import type { Keyring } from "./keyring.ts";
import { personKeyOwner } from "./person-key.ts";

interface Sealing {
  readonly pool: Pool;
  readonly keys: Keyring;
  readonly log: Log;
}

/** Seals a workspace's secrets that a former secret of the server sealed; gives how many nobody can open. */
async function sealIntegrations({ pool, keys }: Sealing, workspaceId: string): Promise<number> {
  let lost = 0;
  for (const { integration_id: id, sealed_secret: sealed } of await all(pool, integrationSecrets, workspaceId)) {
    const owner = secretOwner(workspaceId, id);
    if (keys.isCurrent(sealed, owner)) continue;
    const text = keys.open(sealed, owner);
    if (text === null) lost += 1;
    else await all(pool, sealIntegration, workspaceId, id, keys.seal(text, owner), sealed);
  }
  return lost;
}

async function sealModel({ pool, keys }: Sealing, workspaceId: string): Promise<number> {
  const sealed = (await first(pool, languageModelOf, workspaceId))?.sealed_key;
  if (!sealed || keys.isCurrent(sealed, workspaceId)) return 0;
  const text = keys.open(sealed, workspaceId);
  if (text !== null) await all(pool, sealModelKey, workspaceId, keys.seal(text, workspaceId), sealed);
  return text === null ? 1 : 0;
}

async function sealForumSecrets({ pool, keys }: Sealing, workspaceId: string): Promise<number> {
  const row = await first(pool, forumOf, { workspaceId });
  let lost = 0;
  for (const [before, owner, put] of [
    [row?.sealed_secret, forumSecretOwner(workspaceId), sealForum],
    [row?.sealed_key, forumKeyOwner(workspaceId), sealForumKey],
  ] as const) {
    if (!before || keys.isCurrent(before, owner)) continue;
    const text = keys.open(before, owner);
    if (text === null) lost += 1;
    else await all(pool, put, { workspaceId, sealed: keys.seal(text, owner), before });
  }
  return lost;
}

async function sealPersons({ pool, keys }: Sealing, workspaceId: string): Promise<number> {
  const before = (await first(pool, personKeyOf, { workspaceId }))?.sealed_key;
  const owner = personKeyOwner(workspaceId);
  if (!before || keys.isCurrent(before, owner)) return 0;
  const text = keys.open(before, owner);
  if (text !== null) await all(pool, sealPersonKey, { workspaceId, sealed: keys.seal(text, owner), before });
  return text === null ? 1 : 0;
}

/**
 * Has everything that workspaces entrusted, and that a former secret sealed, sealed with the present one. Says in the log what no secret opens, and what
 * to do.
 */
export async function sealStored(sealing: Sealing): Promise<void> {
  await forEachWorkspace(sealing, async (workspace) => {
    const each = [
      await sealIntegrations(sealing, workspace),
      await sealModel(sealing, workspace),
      await sealForumSecrets(sealing, workspace),
      await sealPersons(sealing, workspace),
      await signAnew(sealing.pool, sealing.keys, workspace),
    ];
    const lost = each.reduce((sum, count) => sum + count, 0);
    if (lost === 0) return;
    const todo =
      "The server's secret is another one. Put the former SECRET_KEY into SECRET_KEY_BEFORE, or the former secret.key back into the data folder; else an admin enters the keys again.";
    sealing.log("warn", "secrets_lost", { workspace, lost, todo });
  });
}
