import type { Member } from "../lib/schema/workspace.ts";

/** Who asks. */
export interface Device {
  readonly workspaceId: string;
  readonly id: string;
  readonly member: Member;
}
