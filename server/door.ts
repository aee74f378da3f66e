import type { Pool } from "pg";
import { FanswerError } from "../lib/schema/errors.ts";
import { type Batched, createBatcher } from "./batcher.ts";
import type { Device } from "./device.ts";
import { readCredential } from "./ids.ts";
import { devicesByToken, type EntryRow } from "./store/members.ts";
import { all } from "./store/statement.ts";

/** Where a workspace stands. */
export interface Position {
  readonly epoch: string;
  /** The last revision given out. */
  readonly counter: number;
  /** Removals up to here are forgotten. */
  readonly lowest: number;
}

/** Who asks, and where their workspace stood when they did or later. */
export interface Entry {
  readonly device: Device;
  readonly position: Position;
}

/** Lets devices in; throws `unauthorized`. */
export type Door = (token: string) => Promise<Entry>;

const perLook = 200;

function entryOf(workspaceId: string, { device_id, token_hash: _, epoch, counter, lowest, ...member }: EntryRow): Entry {
  return { device: { workspaceId, id: device_id, member }, position: { epoch, counter, lowest } };
}

/** A door over `pool`. Devices of one workspace that come while another is looked up are looked up together. */
export function createDoor(pool: Pool): Door {
  const lookUps = new Map<string, { ask: Batched<Buffer, Entry | null>; callers: number }>();
  const lookUpOf = (workspaceId: string) => {
    const known = lookUps.get(workspaceId);
    if (known) return known;
    const ask = createBatcher<Buffer, Entry | null>(async (hashes) => {
      const rows = await all(pool, devicesByToken, workspaceId, hashes);
      const entries = new Map(rows.map((row) => [row.token_hash.toString("hex"), entryOf(workspaceId, row)]));
      return hashes.map((hash) => entries.get(hash.toString("hex")) ?? null);
    }, perLook);
    const made = { ask, callers: 0 };
    lookUps.set(workspaceId, made);
    return made;
  };
  return async (token) => {
    const { workspaceId, hash } = readCredential(token);
    const lookUp = lookUpOf(workspaceId);
    lookUp.callers += 1;
    try {
      const entry = await lookUp.ask(hash);
      if (entry === null) throw new FanswerError("unauthorized");
      return entry;
    } finally {
      lookUp.callers -= 1;
      if (lookUp.callers === 0) lookUps.delete(workspaceId);
    }
  };
}
