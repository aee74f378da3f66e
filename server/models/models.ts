import type { Pool } from "pg";
import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import { isPartAway } from "../store/pool.ts";
import { type Complete, type CompleteOptions, createComplete } from "./complete.ts";
import { createKeyring, type Keyring } from "./keyring.ts";
import { sealStored } from "./seal-stored.ts";
import { formerSecrets, readSecret } from "./secret-key.ts";

/** What the drafts of language models need. */
export interface Models {
  readonly complete: Complete;
  /** Seals the keys, and whatever else is entrusted to the server. */
  readonly keys: Keyring;
  /** Hosts that a workspace may name although they are not public. */
  readonly allowedHosts: readonly string[];
}

interface ModelsOptions extends Partial<CompleteOptions> {
  readonly allowedHosts: readonly string[];
  readonly secret: Buffer;
  /** Former ones, which still open what they sealed. */
  readonly formerSecrets?: readonly Buffer[];
}

/** Language models may stand on public hosts, and on those that the operator allowed. */
export function createModels(options: ModelsOptions): Models {
  const { allowedHosts, secret, formerSecrets, timeoutMs = 60_000, silenceMs = 20_000 } = options;
  const complete = createComplete({ allowedHosts, timeoutMs, silenceMs });
  return { complete, keys: createKeyring(secret, formerSecrets), allowedHosts };
}

/** The language models of a server with these settings; whatever is entrusted to it is sealed with its present secret from then on. */
export async function openModels(config: Config, pool: Pool, log: Log): Promise<Models> {
  const { allowedHosts, secretKey, secretKeyBefore, dataDir } = config;
  const secret = await readSecret(secretKey, dataDir);
  const models = createModels({ allowedHosts, secret, formerSecrets: await formerSecrets(secretKey, secretKeyBefore, dataDir) });
  await sealStored({ pool, keys: models.keys, log }).catch((thrown: unknown) => {
    // Said by then. What is away is opened by the former secret, and sealed anew at a later start.
    if (!isPartAway(thrown)) throw thrown;
  });
  return models;
}
