import type { MemberQuery, MemberRow } from "../../lib/schema/people.ts";
import { isRole, roles } from "../../lib/schema/roles.ts";
import { byName, type Command, confirm, type Given, inWorkspace, UsageError, workspaceOf } from "./command-form.ts";
import type { Operator } from "./operator.ts";

const shown = ({ id, role, level, standing, seenOn, devices, name }: MemberRow) =>
  `${id}  ${role}  level ${level}  ${standing}  ${devices} devices  last here ${seenOn ?? "unknown"}  ${name}`;

/** All that fit, page by page. */
async function membersOf({ ask }: Operator, workspaceId: string, query: Pick<MemberQuery, "search" | "role">): Promise<MemberRow[]> {
  const found: MemberRow[] = [];
  for (;;) {
    const page = await ask(workspaceId, "people.list", { ...query, standing: null, order: "name", from: found.length });
    found.push(...page.members);
    if (page.members.length === 0 || found.length >= page.total) return found;
  }
}

const roleOf = (given: Given): MemberQuery["role"] => {
  const role = given.of("role");
  if (role === undefined) return null;
  if (!isRole(role)) throw new UsageError(`--role is one of ${roles.join(", ")}, not "${role}".`);
  return role;
};

const list: Command = {
  usage: "",
  does: "the members of a workspace",
  options: { ...inWorkspace, search: { type: "string", help: "a part of the name" }, role: { type: "string", help: roles.join(", ") } },
  words: 0,
  check: (given) => void roleOf(given),
  async run(operator, given) {
    const { id } = await workspaceOf(operator, given.of("workspace"));
    const members = await membersOf(operator, id, { search: given.of("search") ?? "", role: roleOf(given) });
    return { json: members, lines: members.map(shown) };
  },
};

/** The workspace and one of its members. */
async function memberOf(operator: Operator, given: Given) {
  const workspace = await workspaceOf(operator, given.of("workspace"));
  const members = await membersOf(operator, workspace.id, { search: "", role: null });
  const member = members.find(({ id }) => id === given.words[0]);
  if (!member) throw new UsageError(`"${workspace.name}" has no member "${given.words[0]}"; member list names them.`);
  return { workspace, member };
}

const remove: Command = {
  usage: "MEMBER",
  does: "take a member out for good: their devices are refused at once, what they were on waits for others, what they wrote stays",
  options: { ...inWorkspace, ...byName },
  words: 1,
  async run(operator, given) {
    const { workspace, member } = await memberOf(operator, given);
    await confirm(given, member.name, `${member.name} (${member.role}) is taken out of "${workspace.name}".`);
    await operator.ask(workspace.id, "member.remove", { memberId: member.id });
    return { json: { id: member.id, removed: true }, lines: [`${member.name} is not a member any more`] };
  },
};

const signOut: Command = {
  usage: "MEMBER",
  does: "refuse all devices of a member, who stays one; what they were on waits for others",
  options: inWorkspace,
  words: 1,
  async run(operator, given) {
    const { workspace, member } = await memberOf(operator, given);
    const row = await operator.ask(workspace.id, "member.sign_out", { memberId: member.id });
    return { json: row, lines: [shown(row)] };
  },
};

export const memberCommands: Readonly<Record<string, Command>> = {
  "member list": list,
  "member remove": remove,
  "member sign-out": signOut,
};
