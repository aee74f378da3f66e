import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { createDeps, type Deps } from "../../server/deps.ts";
import { createApp } from "../../server/http/app.ts";
import { serveSockets } from "../../server/http/socket.ts";
import { createModels } from "../../server/models/models.ts";
import { openPool } from "../../server/store/pool.ts";
import { openWake } from "../../server/wake/open.ts";

/** A server without jobs, on a port of its own. */
export interface Replica {
  readonly deps: Deps;
  readonly app: Hono;
  readonly port: number;
  close(): Promise<void>;
}

/** Opens a server on the database at `url`; `isShared`: wake-ups also go through the database, to the others on it. */
export async function openReplica(url: string, isShared: boolean): Promise<Replica> {
  const log = () => {};
  const pool = openPool(url, log);
  const { wake, close: closeWake } = await openWake({ natsUrl: null, databaseUrl: isShared ? url : null }, pool, log);
  const ending = new AbortController();
  const now = () => new Date();
  const models = createModels({ allowedHosts: [], secret: Buffer.alloc(32) });
  const deps = createDeps({ pool, now, log, wake, publicUrl: () => "", trustedProxies: 0, ending: ending.signal, models });
  const app = createApp(deps);
  // What any route costs here, to compare with.
  app.post("/trivial", async (context) => context.json({ ok: (await context.req.text()) !== "" }));
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  serveSockets(server, deps, ending.signal);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    deps,
    app,
    port: (server.address() as AddressInfo).port,
    async close() {
      ending.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await closeWake();
      await pool.end();
    },
  };
}
