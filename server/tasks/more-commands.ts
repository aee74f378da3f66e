import { readFile, writeFile } from "node:fs/promises";
import * as v from "valibot";
import { toCsv } from "../../lib/detect/lists/csv-rows.ts";
import { entriesFromCsv } from "../../lib/detect/lists/list-csv.ts";
import { entriesFromJson } from "../../lib/detect/lists/list-json.ts";
import { type PostRow, postCells, postColumns, postRowsAtOnce } from "../../lib/schema/counted-posts.ts";
import type { Figures } from "../../lib/schema/figures.ts";
import { NewInvitation } from "../../lib/schema/invitations.ts";
import { Id, type KeywordEntry } from "../../lib/schema/keywords.ts";
import { roles } from "../../lib/schema/roles.ts";
import { listVersion } from "../store/lists.ts";
import { all, first } from "../store/statement.ts";
import { workspaceIds } from "../store/workspaces.ts";
import { type Command, type Given, inWorkspace, numberOf, UsageError, workspaceOf } from "./command-form.ts";

/** The invitation that was asked for, in the form that the page's has. */
function invitationOf(given: Given): NewInvitation {
  const level = numberOf(given, "level");
  const hours = numberOf(given, "hours");
  const uses = numberOf(given, "uses");
  const note = given.of("note");
  const wanted = { role: given.of("role"), level, hours, uses, note };
  const read = v.safeParse(NewInvitation, Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)));
  if (read.success) return read.output;
  const option = v.getDotPath(read.issues[0]) ?? "role";
  throw new UsageError(`--${option} does not fit: ${invite.options[option]?.help ?? "see --help"}.`);
}

const invite: Command = {
  usage: "--role ROLE",
  does: "make an invitation; for an admin it is the way back into a workspace whose admins lost their devices",
  options: {
    ...inWorkspace,
    role: { type: "string", help: `one of ${roles.join(", ")}` },
    level: { type: "string", help: "the trust that an advocate begins with, 0 or 1 (0)" },
    hours: { type: "string", help: "how long it may be used, 1 to 2160 (168)" },
    uses: { type: "string", help: "how many may join by it, 1 to 1000 (1)" },
    note: { type: "string", help: "what it is for, of at most 200 letters; admins read it" },
  },
  words: 0,
  check: (given) => void invitationOf(given),
  async run(operator, given) {
    const { id, name } = await workspaceOf(operator, given.of("workspace"));
    const { link, role, expiresAt } = await operator.ask(id, "invitation.create", invitationOf(given));
    return { json: { workspace: id, role, link, expiresAt }, lines: [`Invitation to "${name}" (${role}, until ${expiresAt}): ${link}`] };
  },
};

/** The entries of a file as the admin page writes it: CSV where its name ends so, else JSON. */
async function entriesOf(file: string): Promise<readonly KeywordEntry[]> {
  const text = await readFile(file, "utf8");
  const { entries, bad } = /\.csv$/i.test(file) ? entriesFromCsv(text, String) : entriesFromJson(text, String);
  if (bad.length === 0) return entries;
  throw new UsageError(
    `Nothing was pushed:\n${bad.map(({ line, field, value, problem }) => `  line ${line}, ${field} ${JSON.stringify(value)}: ${problem}`).join("\n")}`,
  );
}

const push: Command = {
  usage: "FILE",
  does: "replace a keyword list by what stands in FILE (.csv or .json, as the admin page exports it), or begin one",
  options: {
    ...inWorkspace,
    list: { type: "string", help: "its id (brand)" },
    name: { type: "string", help: "its name; as it was, or its id" },
    negative: { type: "boolean", help: "where one of its keywords stands, a post is none of ours" },
  },
  words: 1,
  check(given) {
    if (!v.is(Id, given.of("list") ?? "brand")) throw new UsageError("--list is an id: letters, digits and . _ : -");
  },
  async run(operator, given) {
    const entries = [...(await entriesOf(given.words[0] ?? ""))];
    const { id } = await workspaceOf(operator, given.of("workspace"));
    const listId = given.of("list") ?? "brand";
    const known = await first(operator.pool, listVersion, id, listId);
    const name = given.of("name") ?? known?.name ?? listId;
    const negative = given.has("negative") || (known?.negative ?? false);
    const head = await operator.ask(id, "keywords.push", { listId, name, negative, baseVersion: known?.version ?? 0, entries });
    return {
      json: { ...head, entries: entries.length },
      lines: [`${entries.length} keywords are in "${head.name}" (${listId}), version ${head.version}`],
    };
  },
};

const stats: Command = {
  usage: "",
  does: "how many posts wait, are late, are with somebody or staff, and were answered",
  options: inWorkspace,
  words: 0,
  async run(operator, given) {
    const named = given.of("workspace");
    const wanted = named === undefined ? await all(operator.pool, workspaceIds) : [await workspaceOf(operator, named)];
    const rows: (Figures & { id: string; name: string })[] = [];
    for (const { id, name } of wanted) rows.push({ id, name, ...(await operator.ask(id, "figures.read", {})) });
    const line = ({ id, name, waiting, late, onIt, withStaff, answered, posts }: (typeof rows)[number]) =>
      `${id}  ${waiting} wait (${late} late)  ${onIt} in work  ${withStaff} with staff  ${answered} of ${posts} answered  ${name}`;
    return { json: rows, lines: rows.map(line) };
  },
};

const posts: Command = {
  usage: "FILE",
  does: "write a row for each post of the last 30 days into FILE (CSV): times, site, language, what became of it; no words, no author",
  options: inWorkspace,
  words: 1,
  async run(operator, given) {
    const { id, name } = await workspaceOf(operator, given.of("workspace"));
    const rows: PostRow[] = [];
    for (let after: string | null = null; ; ) {
      const page: PostRow[] = await operator.ask(id, "figures.posts", { after });
      rows.push(...page);
      after = page.at(-1)?.mentionId ?? null;
      if (page.length < postRowsAtOnce) break;
    }
    const file = given.words[0] ?? "";
    const written = writeFile(file, `${toCsv(postColumns, rows.map(postCells))}\r\n`, { mode: 0o600, flag: "wx" });
    await written.catch((error: NodeJS.ErrnoException) => {
      throw error.code === "EEXIST" ? new UsageError(`${file} is there already: name another file.`) : error;
    });
    return { json: { workspace: id, file, posts: rows.length }, lines: [`${rows.length} posts of "${name}" are in ${file}`] };
  },
};

export const moreCommands: Readonly<Record<string, Command>> = { invite, "keywords push": push, stats, "posts export": posts };
