import type { Pool } from "pg";
import { type ErrorCode, FanswerError } from "../lib/schema/errors.ts";
import type { Member } from "../lib/schema/workspace.ts";
import { coalescer } from "./coalescer.ts";
import { readCredential } from "./ids.ts";
import { openInvitations } from "./store/invitations.ts";
import { devicesByToken, type SignedInRow } from "./store/members.ts";
import { all } from "./store/statement.ts";
import { workspacesAmong } from "./store/workspaces.ts";

/** A device that has said its token, and its member. */
export interface SignedInDevice {
  readonly workspaceId: string;
  readonly id: string;
  readonly member: Member;
}

/** How far a workspace's revisions have come. */
export interface Position {
  readonly epoch: string;
  /** The last revision given out. */
  readonly counter: number;
  /** Removals up to here are forgotten. */
  readonly lowest: number;
}

/** Who asks, and where their workspace stood when they did or later. */
export interface Entry {
  readonly device: SignedInDevice;
  /** The day (UTC) on which the device asked last before, and what its member read then; null when that is not known. */
  readonly seen: { readonly day: string; readonly languages: readonly string[] } | null;
  readonly position: Position;
}

/** Lets devices in; throws `unauthorized`, `signed_out`, `member_paused` or `member_removed`. */
export type Door = (token: string) => Promise<Entry>;

const bounds = { largest: 200, atOnce: 8 } as const;

function entryOf(workspaceId: string, row: SignedInRow): Entry {
  const { device_id, id, name, role, level, seen_on: day, languages, epoch, counter, lowest } = row;
  return {
    device: { workspaceId, id: device_id, member: { id, name, role, level } },
    seen: day === null ? null : { day, languages },
    position: { epoch, counter, lowest },
  };
}

/** Why a device that is known is not let in; null when it is. */
function bar({ standing, ended }: SignedInRow): ErrorCode | null {
  if (standing === "removed") return "member_removed";
  if (ended) return "signed_out";
  return standing === "paused" ? "member_paused" : null;
}

/**
 * Whether there is a workspace of this id. Ids that nobody ever came with are looked up together, one look-up at a time: a thousand invented
 * ones cost a few, and take no turn of those that are known.
 */
function createGate(pool: Pool): (workspaceId: string) => Promise<boolean> {
  const known = new Set<string>();
  const lookUp = coalescer<string, boolean>(async (_, ids) => {
    for (const { id } of await all(pool, workspacesAmong, [...new Set(ids)])) known.add(id);
    return ids.map((id) => known.has(id));
  }, bounds);
  return async (workspaceId) => workspaceId !== "" && (known.has(workspaceId) || (await lookUp("strangers", workspaceId)));
}

/** A door over `pool`. Devices of one workspace that come while others are looked up are looked up together. */
export function createDoor(pool: Pool): Door {
  const isThere = createGate(pool);
  const lookUp = coalescer<Buffer, SignedInRow | null>(async (workspaceId, hashes) => {
    const rows = await all(pool, devicesByToken, workspaceId, hashes);
    const byHash = new Map(rows.map((row) => [row.token_hash.toString("hex"), row]));
    return hashes.map((hash) => byHash.get(hash.toString("hex")) ?? null);
  }, bounds);
  return async (token) => {
    const { workspaceId, hash } = readCredential(token);
    const row = (await isThere(workspaceId)) ? await lookUp(workspaceId, hash) : null;
    const refusal = row === null ? "unauthorized" : bar(row);
    if (row === null || refusal !== null) throw new FanswerError(refusal ?? "unauthorized");
    return entryOf(workspaceId, row);
  };
}

/** Whether an invitation of this workspace with this code's hash may still be used. */
export type Invited = (workspaceId: string, hash: Buffer) => Promise<boolean>;

/** Looks invitations up over `pool`, those of one workspace together. */
export function createInvited(pool: Pool, now: () => Date): Invited {
  const isThere = createGate(pool);
  const lookUp = coalescer<Buffer, boolean>(async (workspaceId, hashes) => {
    const rows = await all(pool, openInvitations, workspaceId, hashes, now());
    const open = new Set(rows.map(({ code_hash }) => code_hash.toString("hex")));
    return hashes.map((hash) => open.has(hash.toString("hex")));
  }, bounds);
  return async (workspaceId, hash) => (await isThere(workspaceId)) && (await lookUp(workspaceId, hash));
}
