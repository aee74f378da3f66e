import type { Context } from "hono";
import { type Cursor, limits, type OperationOutcome, protocolVersion, SyncRequest } from "../../lib/schema/wire.ts";
import type { Deps } from "../deps.ts";
import { type Device, deviceOf } from "../device.ts";
import { runOperation } from "../operations/run.ts";
import { deltaOf } from "../store/delta.ts";
import { one } from "../store/statement.ts";
import { bearerOf, readBody } from "./body.ts";

async function runAll(deps: Deps, device: Device, operations: readonly unknown[]): Promise<OperationOutcome[]> {
  const outcomes: OperationOutcome[] = [];
  for (const raw of operations) outcomes.push(await runOperation(deps, device, raw));
  return outcomes;
}

/** A SyncResponse as text; the changes stay the JSON that the database wrote. */
async function answer(deps: Deps, device: Device, since: Cursor | null, results: readonly OperationOutcome[]): Promise<string> {
  const delta = await one(deps.pool, deltaOf, device.workspaceId, since?.epoch ?? "", since?.revision ?? 0, limits.changes);
  const { epoch, revision, more, changes } = delta;
  const head = { protocol: protocolVersion, results, cursor: { epoch, revision }, more, now: deps.now().toISOString() };
  return `${JSON.stringify(head).slice(0, -1)},"changes":${changes}}`;
}

/** `POST /v1/sync`: SyncRequest in, SyncResponse out. Operations run in their order, each by itself; the changes include theirs. */
export const syncRoute = (deps: Deps) => async (context: Context) => {
  const device = await deviceOf(deps.pool, bearerOf(context));
  const { since, operations } = await readBody(context, SyncRequest);
  const results = await runAll(deps, device, operations);
  return context.body(await answer(deps, device, since, results), 200, { "content-type": "application/json" });
};
