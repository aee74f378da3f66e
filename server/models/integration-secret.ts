import { hashOf } from "../ids.ts";
import type { StoredIntegration } from "../store/integrations.ts";
import type { Keyring } from "./keyring.ts";

/** Whose the secret of an integration is. */
export const secretOwner = (workspaceId: string, integrationId: string): string => `${workspaceId} ${integrationId}`;

/** What a desk calls when a ticket changed, after the workspace's id: nobody who does not have the key can guess it. */
export const hookCodeOf = (secret: string): string => hashOf(`${secret} hook`).toString("hex").slice(0, 40);

/** The secret of an integration; null when the server's own secret is another one by now. */
export function secretOf(keys: Keyring, workspaceId: string, { integration_id, sealed_secret }: StoredIntegration): string | null {
  return keys.open(sealed_secret, secretOwner(workspaceId, integration_id));
}
