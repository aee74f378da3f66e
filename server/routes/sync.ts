import type { Context } from "hono";
import { FanswerError } from "../../lib/schema/errors.ts";
import { type Cursor, limits, type OperationOutcome, protocolVersion, SyncRequest } from "../../lib/schema/wire.ts";
import type { Deps } from "../deps.ts";
import { type Device, deviceOf } from "../device.ts";
import { deltaOf } from "../store/delta.ts";
import { one } from "../store/statement.ts";
import { readBody } from "./body.ts";

/** A SyncResponse as text; the changes stay the JSON that the database wrote. */
async function answer(deps: Deps, device: Device, since: Cursor | null, results: readonly OperationOutcome[]): Promise<string> {
  const delta = await one(deps.pool, deltaOf, device.workspaceId, since?.epoch ?? "", since?.revision ?? 0, limits.changes);
  const { epoch, revision, more, changes } = delta;
  const head = { protocol: protocolVersion, results, cursor: { epoch, revision }, more, now: deps.now().toISOString() };
  return `${JSON.stringify(head).slice(0, -1)},"changes":${changes}}`;
}

/** `POST /v1/sync`: SyncRequest in, SyncResponse out. Operations run in their order, each for itself; the changes include theirs. */
export const syncRoute = (deps: Deps) => async (context: Context) => {
  const token = /^Bearer (\S+)$/i.exec(context.req.header("authorization") ?? "")?.[1];
  if (token === undefined) throw new FanswerError("unauthorized");
  const device = await deviceOf(deps.pool, token);
  const { since, operations } = await readBody(context, SyncRequest);
  const results = await deps.operate(device, operations);
  return context.body(await answer(deps, device, since, results), 200, { "content-type": "application/json" });
};
