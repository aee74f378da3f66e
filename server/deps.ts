import type pg from "pg";
import { type Crowd, createCrowd } from "./crowd.ts";
import { createDoor, createInvited, type Door, type Invited } from "./door.ts";
import { createOutbound, type Outbound } from "./egress/outbound.ts";
import type { Log } from "./log.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import type { Models } from "./models/models.ts";
import { createOperate, type Operate } from "./operations/run.ts";
import { createLimiter, type Limiter } from "./pace/limiter.ts";
import { PaceKeeper } from "./pace/pace.ts";
import type { Wake } from "./wake/hub.ts";

/** What the server is given; tests bring their own clock and database. */
interface Given {
  readonly pool: pg.Pool;
  readonly now: () => Date;
  readonly log: Log;
  readonly wake: Wake;
  /** How devices reach the server, without a slash at the end; known once it listens. */
  readonly publicUrl: () => string;
  /** How many proxies stand in front of the server. */
  readonly trustedProxies: number;
  /** Aborts when the server stops. */
  readonly ending: AbortSignal;
  /** Calls to other systems; when left out, to public addresses only. */
  readonly call?: Outbound;
  readonly models: Models;
}

/** What the server works with. */
export interface Deps extends Given {
  readonly door: Door;
  readonly operate: Operate;
  readonly call: Outbound;
  readonly metrics: Metrics;
  /** The devices that this server serves. */
  readonly crowd: Crowd;
  /** Tries to join, by workspace and address. */
  readonly joins: Limiter;
  /** Requests of the wrong form, by device. */
  readonly spoilers: Limiter;
  /** Whether an invitation may still be used. */
  readonly invited: Invited;
  /** What members do, counted. */
  readonly pace: PaceKeeper;
}

const joinsPerMinute = 20;
const spoiltPerMinute = 60;

/** Puts together what the server works with. */
export function createDeps(given: Given): Deps {
  const call = given.call ?? createOutbound({ allowedHosts: [], now: given.now });
  const pace = new PaceKeeper(given.now);
  return {
    ...given,
    call,
    pace,
    metrics: createMetrics(given.pool),
    crowd: createCrowd(given.now),
    door: createDoor(given.pool, given.now),
    operate: createOperate({ ...given, pace }),
    joins: createLimiter(joinsPerMinute, given.now),
    spoilers: createLimiter(spoiltPerMinute, given.now),
    invited: createInvited(given.pool, given.now),
  };
}
