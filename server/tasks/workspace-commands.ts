import { resolve } from "node:path";
import * as v from "valibot";
import { WorkspaceName } from "../../lib/schema/brand.ts";
import { noteDecisions } from "../audit/note.ts";
import { writeBackup } from "../backup/write.ts";
import { newId } from "../ids.ts";
import { transaction, withClient } from "../store/pool.ts";
import { all, one } from "../store/statement.ts";
import { workspaceFacts } from "../store/whole-workspace.ts";
import { beginWorkspace, workspaceIds } from "../store/workspaces.ts";
import { checkTarget } from "./backup.ts";
import { byName, type Command, confirm, UsageError, workspaceOf } from "./command-form.ts";
import { deleteWorkspace } from "./delete-workspace.ts";

const create: Command = {
  usage: "NAME",
  does: "make a workspace; its first admin comes with `invite --role admin`",
  options: {},
  words: 1,
  async run({ pool, now }, { words: [given] }) {
    const name = v.safeParse(WorkspaceName, given);
    if (!name.success) throw new UsageError("A name is one line that people can see and tell apart.");
    const at = now();
    const id = await transaction(pool, async (client) => {
      const id = await beginWorkspace(client, name.output, at);
      const note = { id: newId(), member: null, action: "operator.workspace.create", subject: id, detail: {} };
      await noteDecisions({ client, workspaceId: id, at }, [note]);
      return id;
    });
    return { json: { id, name: name.output }, lines: [`${id}  ${name.output}`] };
  },
};

const list: Command = {
  usage: "",
  does: "all workspaces, with how many members and posts each has",
  options: {},
  words: 0,
  async run({ pool }) {
    const known = await all(pool, workspaceIds);
    const rows = [];
    for (const { id, name } of known) rows.push({ id, name, ...(await one(pool, workspaceFacts, id)) });
    return { json: rows, lines: rows.map(({ id, name, members, posts }) => `${id}  ${members} members  ${posts} posts  ${name}`) };
  },
};

const rename: Command = {
  usage: "WORKSPACE NAME",
  does: "give a workspace another name; its devices show it with their next sync",
  options: {},
  words: 2,
  async run(operator, { words: [which, name = ""] }) {
    const { id } = await workspaceOf(operator, which);
    const workspace = await operator.ask(id, "brand.set", { name });
    return { json: { id, name: workspace.name }, lines: [`${id}  ${workspace.name}`] };
  },
};

const exporting: Command = {
  usage: "WORKSPACE FILE",
  does: "write all of one workspace into FILE, as a backup: `npm run server -- --restore FILE` fills an empty database from it",
  options: {},
  words: 2,
  async run(operator, { words: [which, path = ""] }) {
    const file = resolve(path);
    checkTarget(file);
    const { id, name } = await workspaceOf(operator, which);
    const rows = await withClient(operator.url, (client) => writeBackup(client, file, operator.now(), operator.signal, id));
    return { json: { id, name, file, rows }, lines: [`${rows} rows of "${name}" are in ${file}`] };
  },
};

const deleting: Command = {
  usage: "WORKSPACE",
  does: "delete a workspace with everything in it; its devices are refused at once",
  options: byName,
  words: 1,
  async run(operator, given) {
    const { id, name } = await workspaceOf(operator, given.words[0]);
    const { members, posts } = await one(operator.pool, workspaceFacts, id);
    await confirm(given, name, `"${name}" (${id}) goes with ${members} members and ${posts} posts.`);
    const rows = await deleteWorkspace(operator, id);
    return { json: { id, name, rows }, lines: [`"${name}" is deleted, ${rows} rows`] };
  },
};

export const workspaceCommands: Readonly<Record<string, Command>> = {
  "workspace create": create,
  "workspace list": list,
  "workspace rename": rename,
  "workspace export": exporting,
  "workspace delete": deleting,
};
