import type { Pool } from "pg";
import { newId } from "../ids.ts";
import type { Log } from "../log.ts";
import { createHub, type Wake } from "./hub.ts";
import { openNatsChannel } from "./nats-channel.ts";
import { openPostgresChannel } from "./postgres-channel.ts";
import { type Channel, hearOthers, tellOthers } from "./relay.ts";

/** What carries wake-ups between servers. */
interface Carriers {
  /** Address of a NATS server; null: PostgreSQL does. */
  readonly natsUrl: string | null;
  /** Address of a database that other servers may share; null: it is this server's own. */
  readonly databaseUrl: string | null;
}

async function openChannel(
  { natsUrl, databaseUrl }: Carriers,
  pool: Pool,
  hear: (text: string) => void,
  log: Log,
): Promise<Channel | null> {
  if (natsUrl !== null) return openNatsChannel(natsUrl, hear);
  return databaseUrl === null ? null : openPostgresChannel(databaseUrl, pool, hear, log);
}

/** Wake-ups in this process, and between servers where there may be others; `close` ends the latter. */
export async function openWake(carriers: Carriers, pool: Pool, log: Log): Promise<{ wake: Wake; close(): Promise<void> }> {
  const hub = createHub();
  const self = newId();
  const channel = await openChannel(carriers, pool, hearOthers(hub, self), log);
  if (channel === null) return { wake: hub, close: async () => {} };
  const wake = tellOthers(hub, self, channel, log);
  const close = async () => {
    await wake.flush();
    await channel.close();
  };
  return { wake, close };
}
