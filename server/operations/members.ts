import { FanswerError } from "../../lib/schema/errors.ts";
import { membersOf, renameMember } from "../store/members.ts";
import { putProfile } from "../store/membership.ts";
import { all, first } from "../store/statement.ts";
import type { Handler } from "./call.ts";
import { freeLooks } from "./naming.ts";

export const listMembers: Handler<"member.list"> = ({ client, device }) => all(client, membersOf, device.workspaceId);

/** Devices show the former name with posts that they hold until those change. */
export const rename: Handler<"member.rename"> = async ({ client, device, raise }, { name }) => {
  const { workspaceId } = device;
  const memberId = device.member.id;
  const looks = await freeLooks(client, workspaceId, memberId, name);
  const member = await first(client, renameMember, { workspaceId, memberId, name, looks, revision: await raise() });
  if (member === null) throw new FanswerError("not_found");
  return member;
};

export const saveProfile: Handler<"profile.save"> = async ({ client, device, raise }, { languages, topics }) => {
  const { workspaceId } = device;
  await all(client, putProfile, { workspaceId, memberId: device.member.id, languages, topics, revision: await raise() });
  return null;
};
