import type { PoolClient } from "pg";
import { rolesThat } from "../../lib/schema/roles.ts";
import { dropBrake, lockHeldByOthers, putBrake } from "../store/brake.ts";
import { putBrakeRules } from "../store/brake-signs.ts";
import { all } from "../store/statement.ts";
import { type Handler, presentWorkspace } from "./call.ts";
import { freeHeld } from "./free-held.ts";

const staff = rolesThat("triage");

/** The posts that the community holds, locked: before the workspace is. */
export async function heldByCommunity(client: PoolClient, workspaceId: string): Promise<string[]> {
  return (await all(client, lockHeldByOthers, { workspaceId, staff })).map(({ mention_id }) => mention_id);
}

/** Stops the community or lets it go on. What it holds goes back; a claim that is being granted at this very moment goes back with the next sweep. */
export const setBrake: Handler<"brake.set"> = async (call, change) => {
  const { client, workspaceId, at } = call;
  if (!change.isOn) {
    await all(client, dropBrake, { workspaceId, at, revision: await call.raise() });
    return presentWorkspace(call);
  }
  const held = await heldByCommunity(client, workspaceId);
  const brake = JSON.stringify({ since: at.toISOString(), words: change.words });
  await all(client, putBrake, { workspaceId, brake, revision: await call.raise() });
  const revision = await freeHeld(client, workspaceId, held, at);
  if (revision !== null) call.moved(revision);
  return presentWorkspace(call);
};

/** When the brake comes on by itself, from now on. */
export const setBrakeRules: Handler<"brake.rules"> = async (call, rules) => {
  const { client, workspaceId } = call;
  await all(client, putBrakeRules, { workspaceId, rules: JSON.stringify(rules), revision: await call.raise() });
  return presentWorkspace(call);
};
