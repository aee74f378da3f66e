import type pg from "pg";
import type { Door } from "./door.ts";
import type { Limiter } from "./limiter.ts";
import type { Log } from "./log.ts";
import type { Operate } from "./operations/run.ts";
import type { Wake } from "./wake/hub.ts";

/** What the server works with; tests bring their own clock and database. */
export interface Deps {
  readonly pool: pg.Pool;
  readonly now: () => Date;
  readonly log: Log;
  readonly wake: Wake;
  readonly door: Door;
  readonly operate: Operate;
  /** How devices reach the server, without a slash at the end; known once it listens. */
  readonly publicUrl: () => string;
  /** How many proxies stand in front of the server. */
  readonly trustedProxies: number;
  /** Refused tries to join, by address. */
  readonly joins: Limiter;
}
