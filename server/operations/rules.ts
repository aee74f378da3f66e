import { FanswerError } from "../../lib/schema/errors.ts";
import {
  type DraftStatus,
  lease,
  type MentionStatus,
  nextDraftStatuses,
  nextMentionStatuses,
  waitingStatus,
} from "../../lib/schema/lifecycle.ts";
import { can } from "../../lib/schema/roles.ts";
import type { SignedInDevice } from "../door.ts";
import type { LeaseRow, MentionRow } from "../store/mentions.ts";
import type { Ask, OperationCall } from "./call.ts";

type Asking = Pick<Ask, "device">;

/** From which last sign of life on a claim is alive at `at`. */
export function silentSince(at: Date): Date {
  return new Date(at.getTime() - lease.silenceMs);
}

/** Whether somebody holds the mention: a claim whose lease or silence ran out holds nothing, swept or not. */
export function isHeld({ status, claim_expires_at, claim_seen_at }: LeaseRow, at: Date): boolean {
  if (status !== "claimed" || claim_expires_at === null || claim_seen_at === null) return false;
  return claim_expires_at > at && claim_seen_at > silentSince(at);
}

/** The status with a lapsed claim seen as what it is: none. */
export function statusAt(row: LeaseRow, at: Date): MentionStatus {
  return row.status === "claimed" && !isHeld(row, at) ? waitingStatus(row.route) : row.status;
}

/** Whether this member takes no posts, as the community is stopped. */
export const isHeldBack = ({ isStopped = false, member }: Pick<SignedInDevice, "isStopped" | "member">): boolean =>
  isStopped && !can(member, "triage");

/** The one gate of the lifecycle. Staying where one is, is no move. */
export function checkMove(from: MentionStatus, to: MentionStatus): void {
  if (from !== to && !nextMentionStatuses[from].includes(to)) throw new FanswerError("move_not_allowed", `${from} to ${to}`);
}

/** The one gate of a draft's lifecycle. */
export function checkDraftMove(from: DraftStatus, to: DraftStatus): void {
  if (!nextDraftStatuses[from].includes(to)) throw new FanswerError("move_not_allowed", `draft ${from} to ${to}`);
}

const isStaff = ({ device }: Asking): boolean => can(device.member, "triage");

/** Throws `forbidden` for a mention that is with staff, unless the caller is staff. */
export function checkRoute(call: OperationCall, row: MentionRow): void {
  if (row.route !== "community" && !isStaff(call)) throw new FanswerError("forbidden");
}

/** Throws `lease_held` when somebody else holds the mention, unless the caller is staff. */
export function checkHolder(call: OperationCall, row: MentionRow): void {
  if (isHeld(row, call.at) && row.holder !== call.device.member.id && !isStaff(call)) throw new FanswerError("lease_held");
}

/** Throws `lease_lost` unless the caller was the last to claim the mention. Whether the lease has run out meanwhile does not matter. */
export function checkFence({ device }: Asking, row: LeaseRow, fence: number): void {
  if (row.fence !== fence || row.holder !== device.member.id) throw new FanswerError("lease_lost");
}

/** The error of ours that `check` throws; null when it passes. */
export function refusalOf(check: () => void): FanswerError | null {
  try {
    check();
    return null;
  } catch (thrown) {
    if (thrown instanceof FanswerError) return thrown;
    throw thrown;
  }
}

/** The values for `moveMention` that end a claim: the mention waits again, on the same route and with the same note. */
export const letGo = (row: MentionRow, workspaceId: string, at: Date, revision: number) => ({
  workspaceId,
  mentionId: row.mention_id,
  status: waitingStatus(row.route),
  route: row.route,
  byPerson: row.routed_by_person,
  note: row.note,
  noteBy: row.note_by,
  at,
  revision,
});
