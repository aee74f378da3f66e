import { FanswerError } from "../lib/schema/errors.ts";
import type { Member } from "../lib/schema/workspace.ts";
import { readCredential } from "./ids.ts";
import { deviceByToken } from "./store/members.ts";
import { type Connection, first } from "./store/statement.ts";

/** Who asks. */
export interface Device {
  readonly workspaceId: string;
  readonly id: string;
  readonly member: Member;
}

/** The device that holds `token`; throws `unauthorized` when there is none. */
export async function deviceOf(on: Connection, token: string): Promise<Device> {
  const { workspaceId, hash } = readCredential(token);
  const row = await first(on, deviceByToken, workspaceId, hash);
  if (row === null) throw new FanswerError("unauthorized");
  const { device_id, ...member } = row;
  return { workspaceId, id: device_id, member };
}
