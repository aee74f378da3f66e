import type { Context } from "hono";
import { FanswerError } from "../../lib/schema/errors.ts";
import { ownLanguages } from "../../lib/schema/language.ts";
import { isOperationName } from "../../lib/schema/operations.ts";
import { type OperationOutcome, protocolVersion, SyncRequest } from "../../lib/schema/wire.ts";
import type { Deps } from "../deps.ts";
import type { Entry } from "../door.ts";
import { nextToken } from "../next-token.ts";
import { countHour } from "../store/calls.ts";
import { noteSeen } from "../store/membership.ts";
import { all } from "../store/statement.ts";
import { changesFor, type Page } from "../sync/changes.ts";
import { readBody, tokenOf } from "./body.ts";
import { entryOf } from "./signed-in.ts";

function countOutcomes({ metrics }: Deps, operations: readonly unknown[], results: readonly OperationOutcome[]): void {
  for (const [place, result] of results.entries()) {
    const name = (operations[place] as { readonly name?: unknown } | null)?.name;
    const known = typeof name === "string" && isOperationName(name) ? name : "unknown";
    metrics.operations.inc({ name: known, outcome: result.ok ? "ok" : result.error.code });
  }
}

/** Once a day, and when somebody reads other languages: nothing finer is kept of when a member was there. */
async function noteAsking({ pool, now }: Deps, { device, seen }: Entry, languages: readonly string[]): Promise<void> {
  const day = now().toISOString().slice(0, 10);
  const own = ownLanguages(languages);
  if (seen?.day === day && seen.languages.join() === own.join()) return;
  await all(pool, noteSeen, { workspaceId: device.workspaceId, deviceId: device.id, day, languages: own });
}

const hourMs = 3_600_000;

/** Counts the hour in which a member does something, for who wants alerts: see docs/privacy.md. */
async function noteHour({ pool, now }: Deps, { device, hours }: Entry): Promise<void> {
  const begins = new Date(Math.floor(now().getTime() / hourMs) * hourMs);
  if (hours === null || (hours.countedAt !== null && hours.countedAt >= begins)) return;
  await all(pool, countHour, { workspaceId: device.workspaceId, memberId: device.member.id, hour: begins.getUTCHours(), begins });
}

/** What a device is told that has just left: how its operations went, and nothing else. */
const nothingMore = ({ position: { epoch } }: Entry): Page => ({ cursor: { epoch, revision: 0 }, more: false, changes: "", presence: "" });

function unlessOurs(thrown: unknown): null {
  if (thrown instanceof FanswerError) return null;
  throw thrown;
}

/** `POST /v1/sync`: SyncRequest in, SyncResponse out. Operations run in their order, each for itself; the changes include theirs. */
export const syncRoute = (deps: Deps) => async (context: Context) => {
  const entry = entryOf(context);
  deps.crowd.asked(`${entry.device.workspaceId} ${entry.device.id}`);
  const { operations, ...asked } = await readBody(context, SyncRequest);
  await noteAsking(deps, entry, asked.languages);
  const results = await deps.operate(entry.device, operations);
  countOutcomes(deps, operations, results);
  const hasActed = operations.length > 0;
  if (hasActed) await noteHour(deps, entry);
  // A first way ends where the workspace stands: behind what was just done.
  const now = hasActed && asked.since === null ? await deps.door(tokenOf(context)).catch(unlessOurs) : entry;
  const { changes, presence, ...page } = now === null ? nothingMore(entry) : await changesFor(deps.pool, now, asked, !hasActed);
  const token = now === null ? null : await nextToken(deps, entry, tokenOf(context));
  const said = { spreadMs: deps.crowd.spreadMs(), ...(token !== null && { token }), now: deps.now().toISOString() };
  const head = JSON.stringify({ protocol: protocolVersion, results, ...page, ...said });
  // The changes stay the JSON that the database wrote.
  return context.body(`${head.slice(0, -1)},"changes":[${changes}],"presence":[${presence}]}`, 200, { "content-type": "application/json" });
};
