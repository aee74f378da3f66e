import type { PoolClient } from "pg";
import type { AlertKind } from "../../lib/schema/alerts.ts";
import { type BrakeSigns, mostOfOne } from "../../lib/schema/brake.ts";
import { rolesThat } from "../../lib/schema/roles.ts";
import type { Deps } from "../deps.ts";
import { newId } from "../ids.ts";
import { heldByCommunity } from "../operations/brake.ts";
import { nextRevision } from "../operations/call.ts";
import { freeHeld } from "../operations/free-held.ts";
import { noteRule } from "../operations/rule-notes.ts";
import { brakeSigns, brakeState, dropBrakeOf, putBrakeIfNone, putCalm, tellChats } from "../store/brake-signs.ts";
import type { BrakeNews } from "../store/deliveries.ts";
import { transaction } from "../store/pool.ts";
import { all, first, one } from "../store/statement.ts";
import { type BrakeMove, brakeMove } from "../trust/brake.ts";

/** How far back it looks. */
const windowMs = 60 * 60_000;
const kind: AlertKind = "brake";

interface Now {
  readonly workspaceId: string;
  readonly name: string;
  readonly at: Date;
  readonly signs: BrakeSigns;
  /** Since when the brake is on. */
  readonly since: string;
  readonly isTold: boolean;
}

async function tell(client: PoolClient, { workspaceId, name, at, signs, isTold }: Now, isOn: boolean): Promise<void> {
  await noteRule({ client, workspaceId, at }, isOn ? "rule.brake_on" : "rule.brake_off", [
    { entryId: `brake ${isOn ? "on" : "off"}`, mentionId: "brake", detail: { ...signs } },
  ]);
  if (!isTold) return;
  const news: BrakeNews = { name, isOn, signs };
  await all(client, tellChats, { workspaceId, deliveryId: newId(), payload: JSON.stringify(news), at });
}

async function stop(client: PoolClient, now: Now): Promise<number | null> {
  const { workspaceId, at, signs } = now;
  const held = await heldByCommunity(client, workspaceId);
  const revision = await nextRevision(client, workspaceId);
  const brake = JSON.stringify({ since: at.toISOString(), words: "", why: signs });
  if ((await first(client, putBrakeIfNone, { workspaceId, brake, revision })) === null) return revision;
  await tell(client, now, true);
  return (await freeHeld(client, workspaceId, held, at)) ?? revision;
}

async function letGo(client: PoolClient, now: Now): Promise<number | null> {
  const { workspaceId, at, since } = now;
  const revision = await nextRevision(client, workspaceId);
  if (await first(client, dropBrakeOf, { workspaceId, since, at, revision })) await tell(client, now, false);
  return revision;
}

async function make(client: PoolClient, move: BrakeMove, now: Now): Promise<number | null> {
  if (move.do === "stop") return stop(client, now);
  if (move.do === "go") return letGo(client, now);
  await all(client, putCalm, { workspaceId: now.workspaceId, since: now.since, calmSince: move.since });
  return null;
}

/** Has a workspace's brake come on and go off by itself, where its rules say so. */
export async function tendBrake({ pool, now, wake }: Pick<Deps, "pool" | "now" | "wake">, workspaceId: string): Promise<void> {
  const { name, rules, brake: stored, off_at, off } = await one(pool, brakeState, { workspaceId });
  const brake = stored && { since: stored.since, isByItself: (stored.why ?? null) !== null, calmSince: stored.calmSince ?? null };
  if (brake === null ? !rules.isOn : !brake.isByItself) return;
  const at = now();
  const since = new Date(Math.max(at.getTime() - windowMs, off_at?.getTime() ?? 0));
  const signs = await one(pool, brakeSigns, { workspaceId, since, staff: rolesThat("triage"), mostOfOne: mostOfOne(rules) });
  const move = brakeMove({ rules, brake }, signs, at.getTime());
  if (move === null) return;
  const given = { workspaceId, name, at, signs, since: brake?.since ?? "", isTold: !off.includes(kind) };
  const revision = await transaction(pool, (client) => make(client, move, given));
  if (revision !== null) wake.moved(workspaceId, revision);
}
