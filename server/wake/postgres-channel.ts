import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { errorFields, type Log } from "../log.ts";
import { withClient } from "../store/pool.ts";
import { all, statement } from "../store/statement.ts";
import type { Channel } from "./relay.ts";

const name = "fanswer_moved";
const retryMs = 1_000;

/** text. Stands alone: inside a transaction it would hold a lock of the whole cluster until the commit. */
const notify = statement<[string]>("wake.notify", `SELECT pg_notify('${name}', $1)`);

/** Listens on a connection of its own until it breaks or `signal` aborts. */
function listen(url: string, hear: (text: string) => void, signal: AbortSignal): Promise<void> {
  const work = async (client: pg.Client) => {
    const broken = once(client, "end");
    // It may break before anybody waits for that, and a rejection that nobody hears ends the server.
    broken.catch(() => {});
    client.on("notification", ({ payload = "" }) => hear(payload));
    await client.query(`LISTEN ${name}`);
    if (signal.aborted) return;
    const stop = () => void client.end().catch(() => {});
    signal.addEventListener("abort", stop, { once: true });
    await broken;
    signal.removeEventListener("abort", stop);
  };
  return withClient(url, work, "fanswer wake");
}

/** NOTIFY through `pool`, LISTEN beside it on a connection that is opened again whenever it breaks. */
export function openPostgresChannel(url: string, pool: pg.Pool, hear: (text: string) => void, log: Log): Channel {
  const ending = new AbortController();
  const { signal } = ending;
  const keepListening = async () => {
    while (!signal.aborted) {
      await listen(url, hear, signal).catch((thrown: unknown) => log("warn", "wake_channel_lost", errorFields(thrown)));
      await sleep(retryMs, undefined, { signal }).catch(() => {});
    }
  };
  const ended = keepListening();
  return {
    async send(text) {
      await all(pool, notify, text);
    },
    close() {
      ending.abort();
      return ended;
    },
  };
}
