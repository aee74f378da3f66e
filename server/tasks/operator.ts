import type { Pool } from "pg";
import type { Environment } from "../config.ts";
import { checkDatabase } from "../database/check.ts";
import { onDatabase } from "../database/existing.ts";
import { checkCurrent } from "../database/migrate.ts";
import type { Log } from "../log.ts";
import { createKeyring, type Keyring } from "../models/keyring.ts";
import { formerSecrets, secretAtHand } from "../models/secret-key.ts";
import { type AskAsOperator, createAskAsOperator } from "../operations/operator.ts";
import { openPool } from "../store/pool.ts";
import type { Wake } from "../wake/hub.ts";
import { openWake } from "../wake/open.ts";
import { addressOf } from "./invite-admin.ts";

/** What a command works with. */
export interface Operator {
  readonly pool: Pool;
  /** Address of the database, for what needs a connection of its own. */
  readonly url: string;
  readonly now: () => Date;
  /** Tells the servers that run, and they the devices that are open. */
  readonly wake: Wake;
  readonly ask: AskAsOperator;
  /** The server's secrets; null where they are not at hand. */
  readonly keys: Keyring | null;
  /** Aborts when the command is to end. */
  readonly signal: AbortSignal;
}

/** Does `work` on the data that are there, whether or not a server runs on them. Throws StartupError. */
export function asOperator<T>(
  settings: Environment,
  now: () => Date,
  log: Log,
  signal: AbortSignal,
  work: (operator: Operator) => Promise<T>,
): Promise<T> {
  return onDatabase(settings, now, log, signal, async (url) => {
    await checkDatabase(url);
    await checkCurrent(url);
    const pool = openPool(url, log);
    const { wake, close } = await openWake({ ...settings, databaseUrl: url }, pool, log);
    const { secretKey, secretKeyBefore, dataDir } = settings;
    const secret = await secretAtHand(secretKey, dataDir);
    const keys = secret && createKeyring(secret, await formerSecrets(secretKey, secretKeyBefore, dataDir));
    try {
      return await work({
        pool,
        url,
        now,
        wake,
        signal,
        keys,
        ask: createAskAsOperator({ pool, now, wake, publicUrl: () => addressOf(settings) }),
      });
    } finally {
      await close();
      await pool.end();
    }
  });
}
