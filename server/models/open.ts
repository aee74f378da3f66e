import type { Pool } from "pg";
import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import { createModels, type Models } from "./models.ts";
import { sealStored } from "./seal-stored.ts";
import { formerSecrets, readSecret } from "./secret-key.ts";

/** The language models of a server with these settings; whatever is entrusted to it is sealed with its present secret from then on. */
export async function openModels(config: Config, pool: Pool, log: Log): Promise<Models> {
  const { allowedHosts, secretKey, secretKeyBefore, dataDir } = config;
  const secret = await readSecret(secretKey, dataDir);
  const models = createModels({ allowedHosts, secret, formerSecrets: await formerSecrets(secretKey, secretKeyBefore, dataDir) });
  await sealStored({ pool, keys: models.keys, log });
  return models;
}
