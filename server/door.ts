import type { Pool } from "pg";
import { FanswerError } from "../lib/schema/errors.ts";
import { coalescer } from "./coalescer.ts";
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

const bounds = { largest: 200, atOnce: 8 } as const;

function entryOf(workspaceId: string, { device_id, token_hash: _, epoch, counter, lowest, ...member }: EntryRow): Entry {
  return { device: { workspaceId, id: device_id, member }, position: { epoch, counter, lowest } };
}

/** A door over `pool`. Devices of one workspace that come while others are looked up are looked up together. */
export function createDoor(pool: Pool): Door {
  const lookUp = coalescer<Buffer, Entry | null>(async (workspaceId, hashes) => {
    const rows = await all(pool, devicesByToken, workspaceId, hashes);
    const entries = new Map(rows.map((row) => [row.token_hash.toString("hex"), entryOf(workspaceId, row)]));
    return hashes.map((hash) => entries.get(hash.toString("hex")) ?? null);
  }, bounds);
  return async (token) => {
    const { workspaceId, hash } = readCredential(token);
    const entry = await lookUp(workspaceId, hash);
    if (entry === null) throw new FanswerError("unauthorized");
    return entry;
  };
}
