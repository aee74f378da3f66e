import type { Context } from "hono";
import { protocolVersion, SyncRequest } from "../../lib/schema/wire.ts";
import type { Deps } from "../deps.ts";
import { changesFor } from "../sync/changes.ts";
import { readBody, tokenOf } from "./body.ts";

/** `POST /v1/sync`: SyncRequest in, SyncResponse out. Operations run in their order, each for itself; the changes include theirs. */
export const syncRoute = (deps: Deps) => async (context: Context) => {
  const entry = await deps.door(tokenOf(context));
  const { operations, ...asked } = await readBody(context, SyncRequest);
  const results = await deps.operate(entry.device, operations);
  const { changes, presence, ...page } = await changesFor(deps.pool, entry, asked, operations.length === 0);
  const head = JSON.stringify({ protocol: protocolVersion, results, ...page, now: deps.now().toISOString() });
  // The changes stay the JSON that the database wrote.
  return context.body(`${head.slice(0, -1)},"changes":[${changes}],"presence":[${presence}]}`, 200, { "content-type": "application/json" });
};
