import type { Pool } from "pg";
import { type ErrorCode, FanswerError } from "../lib/schema/errors.ts";
import type { LevelRules } from "../lib/schema/level-rules.ts";
import type { Member } from "../lib/schema/workspace.ts";
import { coalescer } from "./coalescer.ts";
import { readCredential } from "./ids.ts";
import { openInvitations } from "./store/invitations.ts";
import { devicesByToken, type SignedInRow, takeUpTokens } from "./store/members.ts";
import { isPartAway } from "./store/pool.ts";
import { all } from "./store/statement.ts";
import { workspacesAmong } from "./store/workspaces.ts";

/** A device that has said its token, and its member. */
export interface SignedInDevice {
  readonly workspaceId: string;
  readonly id: string;
  readonly member: Member;
  /** What each level may in their workspace. */
  readonly levels: LevelRules;
  /** The community is stopped: only staff take posts. */
  readonly isStopped?: boolean;
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
  readonly token: TokenState;
  /** Which hour was counted last of when the member is there; null: they want no alerts, so none is. */
  readonly hours: { readonly countedAt: Date | null } | null;
}

/** Since when a device uses its token, and what the next one that it was offered comes from; null: it was offered none. */
interface TokenState {
  readonly since: Date;
  readonly salt: Buffer | null;
}

/** Lets devices in; throws `unauthorized`, `signed_out`, `member_paused` or `member_removed`. */
export type Door = (token: string) => Promise<Entry>;

const bounds = { largest: 200, atOnce: 8 } as const;

function entryOf(workspaceId: string, row: SignedInRow): Entry {
  const { device_id, id, name, role, level, seen_on: day, languages, epoch, counter, lowest } = row;
  return {
    device: { workspaceId, id: device_id, member: { id, name, role, level }, levels: row.level_rules, isStopped: row.stopped },
    seen: day === null ? null : { day, languages },
    position: { epoch, counter, lowest },
    token: { since: row.token_at, salt: row.next_salt },
    hours: row.alerted ? { countedAt: row.hour_at } : null,
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
    const away = new Set<string>();
    const note = async (some: readonly string[]) => {
      for (const { id } of await all(pool, workspacesAmong, some)) known.add(id);
    };
    const alone = (id: string) =>
      note([id]).catch((thrown: unknown) => {
        if (!isPartAway(thrown)) throw thrown;
        away.add(id);
      });
    const different = [...new Set(ids)];
    await note(different).catch(async (thrown: unknown) => {
      if (!isPartAway(thrown)) throw thrown;
      for (const id of different) await alone(id);
    });
    // Whose machine is away may be there: what is asked of it next says so, and keeps nobody else out.
    return ids.map((id) => known.has(id) || away.has(id));
  }, bounds);
  return async (workspaceId) => workspaceId !== "" && (known.has(workspaceId) || (await lookUp("strangers", workspaceId)));
}

/** Devices by the hash of their token in hexadecimal. */
async function devicesOf(pool: Pool, workspaceId: string, hashes: readonly Buffer[]): Promise<Map<string, SignedInRow>> {
  const rows = await all(pool, devicesByToken, workspaceId, hashes);
  return new Map(rows.map((row) => [row.token_hash.toString("hex"), row]));
}

/** A door over `pool`. Devices of one workspace that come while others are looked up are looked up together. */
export function createDoor(pool: Pool, now: () => Date): Door {
  const isThere = createGate(pool);
  const lookUp = coalescer<Buffer, SignedInRow | null>(async (workspaceId, hashes) => {
    const known = await devicesOf(pool, workspaceId, hashes);
    const others = hashes.filter((hash) => !known.has(hash.toString("hex")));
    if (others.length > 0) {
      await all(pool, takeUpTokens, { workspaceId, hashes: others, at: now() });
      // Also where another server took it up between the two.
      for (const [hash, row] of await devicesOf(pool, workspaceId, others)) known.set(hash, row);
    }
    return hashes.map((hash) => known.get(hash.toString("hex")) ?? null);
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
