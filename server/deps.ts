import type pg from "pg";
import type { Limiter } from "./limiter.ts";
import type { Log } from "./log.ts";
import type { Models } from "./models/models.ts";
import type { Wake } from "./wake.ts";

/** What the server works with; tests bring their own clock and database. */
export interface Deps {
  readonly pool: pg.Pool;
  readonly now: () => Date;
  readonly log: Log;
  readonly wake: Wake;
  /** How devices reach the server, without a slash at the end; known once it listens. */
  readonly publicUrl: () => string;
  /** Refused tries to join, by address. */
  readonly joins: Limiter;
  readonly models: Models;
}
