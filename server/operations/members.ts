import { FanswerError } from "../../lib/schema/errors.ts";
import { membersOf, renameMember } from "../store/members.ts";
import { all, first } from "../store/statement.ts";
import type { Handler } from "./call.ts";

export const listMembers: Handler<"member.list"> = ({ client, device }) => all(client, membersOf, device.workspaceId);

/** Devices show the former name with posts that they hold until those change. */
export const rename: Handler<"member.rename"> = async ({ client, device, raise }, { name }) => {
  const member = await first(client, renameMember, device.workspaceId, device.member.id, name, await raise());
  if (member === null) throw new FanswerError("not_found");
  return member;
};
