import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { programPath } from "../../scripts/machine/need-program.ts";
import { freePort } from "../../scripts/machine/port.ts";
import { databaseRefusal } from "../../server/database/check.ts";
import { openDatabase } from "../../server/database/open.ts";
import { newId } from "../../server/ids.ts";
import { chooseOwner } from "../../server/postgres/owner.ts";
import { withClient } from "../../server/store/pool.ts";
import { databaseFacts } from "../../server/store/session.ts";
import { one } from "../../server/store/statement.ts";
import { useFolders } from "./data-folder.ts";
import { mentionsOf, sighting, TestServer, team } from "./support.ts";

const { url: cluster, template } = inject("database");
const silent = () => {};
const { signal } = new AbortController();
const newFolder = useFolders();
const made = { databases: [] as string[], roles: [] as string[] };

const onCluster = (...sql: readonly string[]) =>
  withClient(cluster, async (client) => {
    for (const each of sql) await client.query(each);
  });

/** The address of a database on the cluster, for a role. */
const addressOf = (name: string, role = "fanswer") => cluster.replace("/postgres?", `/${name}?`).replace("//fanswer@", `//${role}@`);

async function database(options = ""): Promise<string> {
  const name = `odd_${newId()}`;
  await onCluster(`CREATE DATABASE ${name} ${options}`);
  made.databases.push(name);
  return name;
}

async function role(options = ""): Promise<string> {
  const name = `role_${newId()}`;
  await onCluster(`CREATE ROLE ${name} LOGIN ${options}`);
  made.roles.push(name);
  return name;
}

/** Opens the database as a server does that was given its address, and closes it again. */
async function open(databaseUrl: string, log: Parameters<typeof openDatabase>[2] = silent): Promise<void> {
  const config = { databaseUrl, dataDir: "" } as Parameters<typeof openDatabase>[0];
  const { stop } = await openDatabase(config, () => new Date(), log, signal);
  await stop();
}

const refusedWith = (address: string) =>
  open(address).then(
    () => "taken",
    (thrown: Error) => `${thrown.name}: ${thrown.message}`,
  );

/** The databases of the operator are made on the private PostgreSQL of the tests. */
describe.runIf(template !== null)("an operator's database", () => {
  afterAll(async () => {
    await onCluster(...made.databases.map((name) => `DROP DATABASE ${name}`), ...made.roles.map((name) => `DROP ROLE ${name}`));
  });

  it.each([
    "datestyle = 'German'",
    "datestyle = 'SQL, DMY'",
    "intervalstyle = 'iso_8601'",
    "timezone = 'Asia/Kathmandu'",
    "standard_conforming_strings = off",
    "bytea_output = 'escape'",
    "extra_float_digits = -5",
    "default_transaction_isolation = 'serializable'",
    "array_nulls = off",
    "client_encoding = 'LATIN1'",
    "lock_timeout = '1ms'",
    "statement_timeout = '900ms'",
    "idle_session_timeout = '900ms'",
    "idle_in_transaction_session_timeout = '900ms'",
    "synchronous_commit = off",
  ])("set to %s serves as any other", async (setting) => {
    const server = await TestServer.open();
    try {
      await onCluster(`ALTER DATABASE ${new URL(server.url.replace("@/", "@h/")).pathname.slice(1)} SET ${setting}`);
      const [ann] = await team(server);
      const excerpt = "אפליקציה 漢字 €uro acme 🎉 \\ '";
      const reported = await ann.run("mention.report", sighting("1", { excerpt }));
      expect(reported).toMatchObject({ excerpt, postedAt: "2026-03-02T09:30:00.000Z", dueAt: expect.stringMatching(/^2026-03-02T.*Z$/) });
      const { claim } = await ann.run("claim.take", { mentionId: "x:1" });
      expect(claim?.expiresAt).toBe("2026-03-02T10:10:00.000Z");
      await ann.run("draft.save", { mentionId: "x:1", fence: claim?.fence ?? 0, text: "Yes \\ 👍" });
      expect((await mentionsOf(ann)).get("x:1")?.draft).toMatchObject({ text: "Yes \\ 👍", updatedAt: "2026-03-02T10:00:00.000Z" });
      const names = [
        "synchronous_commit",
        "statement_timeout",
        "idle_session_timeout",
        "idle_in_transaction_session_timeout",
        "lock_timeout",
      ];
      const { rows } = await server.deps.pool.query("SELECT current_setting(name) AS value FROM unnest($1::text[]) AS name", [names]);
      expect(rows.map(({ value }) => value)).toEqual(["on", "30s", "0", "10s", "0"]);
    } finally {
      await server.close();
    }
  });

  it.each(["LATIN1", "SQL_ASCII"])("encoded in %s is refused: it cannot hold what people write", async (encoding) => {
    const name = await database(`TEMPLATE template0 ENCODING '${encoding}' LC_COLLATE 'C' LC_CTYPE 'C'`);
    expect(await refusedWith(addressOf(name))).toMatch(
      new RegExp(`^StartupError: The database "${name}" is encoded in ${encoding}.*ENCODING 'UTF8'`),
    );
  });

  it("that is read-only is refused", async () => {
    const name = await database();
    await onCluster(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    expect(await refusedWith(addressOf(name))).toMatch(/^StartupError: The database is read-only for "fanswer"/);
  });

  it("in which the role may make no tables is refused, and taken once it has a schema of its own", async () => {
    const [name, app] = [await database(), await role()];
    expect(await refusedWith(addressOf(name, app))).toMatch(
      new RegExp(`^StartupError: "${app}" may make no tables in the schema "public".*CREATE SCHEMA "${app}"`),
    );
    await withClient(addressOf(name), (client) => client.query(`CREATE SCHEMA ${app} AUTHORIZATION ${app}`));
    expect(await refusedWith(addressOf(name, app))).toMatch(/may make no schema for the jobs.*GRANT CREATE ON DATABASE/);
    await onCluster(`GRANT CREATE ON DATABASE ${name} TO ${app}`);
    expect(await refusedWith(addressOf(name, app))).toBe("taken");
    // Another start finds its tables and its steps where the first one made them.
    const migrated: unknown[] = [];
    await open(addressOf(name, app), (_level, event) => void migrated.push(event));
    expect(migrated).toEqual([]);
    await onCluster(`REVOKE CREATE ON DATABASE ${name} FROM ${app}`);
    await withClient(addressOf(name), (client) => client.query(`DROP OWNED BY ${app} CASCADE`));
  });

  it("whose search path names no schema, or leads away from its tables, is refused", async () => {
    const name = await database();
    await open(addressOf(name));
    await onCluster(`ALTER DATABASE ${name} SET search_path = nowhere`);
    expect(await refusedWith(addressOf(name))).toMatch(/^StartupError: The search path of "fanswer" names no schema/);
    await withClient(addressOf(name), (client) => client.query("CREATE SCHEMA nowhere"));
    expect(await refusedWith(addressOf(name))).toMatch(/tables in the schema "public".*leads to "nowhere"/);
  });

  it("whose policies would hide rows from the role is refused", async () => {
    const [name, app] = [await database(), await role()];
    await open(addressOf(name));
    await withClient(addressOf(name), async (client) => {
      for (const sql of [
        `GRANT ALL ON ALL TABLES IN SCHEMA public TO ${app}`,
        `GRANT CREATE ON SCHEMA public TO ${app}`,
        `GRANT CREATE ON DATABASE ${name} TO ${app}`,
        "ALTER TABLE workspaces ENABLE ROW LEVEL SECURITY",
      ])
        await client.query(sql);
    });
    expect(await refusedWith(addressOf(name, app))).toMatch(/^StartupError: Row security hides rows of "workspaces"/);
    await withClient(addressOf(name), (client) => client.query(`DROP OWNED BY ${app} CASCADE`));
  });

  it("used by a newer release is refused", async () => {
    const name = await database();
    await open(addressOf(name));
    await withClient(addressOf(name), (client) => client.query("INSERT INTO migrations (name, run_on) VALUES ('9999_later', now())"));
    expect(await refusedWith(addressOf(name))).toMatch(/^StartupError: The data was last used by a newer release.*9999_later/);
  });

  it("that is not there, or not to be reached, is said in a sentence", async () => {
    expect(await refusedWith(addressOf("nosuch"))).toMatch(
      /^StartupError: The database cannot be used: database "nosuch" does not exist.*CREATE DATABASE/,
    );
    expect(await refusedWith("postgresql://u:secret@127.0.0.1:1/x")).toMatch(/^StartupError: The database cannot be used: .*ECONNREFUSED/);
    expect(await refusedWith(addressOf("postgres", "nobody_here"))).toMatch(
      /^StartupError: The database cannot be used: role "nobody_here" does not exist/,
    );
    expect(await refusedWith("postgresql://u:secret@127.0.0.1:1/x")).not.toContain("secret");
  });

  it("with rights to read alone is refused in a sentence of the database", async () => {
    const [name, app] = [await database(), await role()];
    await open(addressOf(name));
    await withClient(addressOf(name), async (client) => {
      await client.query(`GRANT CREATE ON SCHEMA public TO ${app}`);
      await client.query(`GRANT CREATE ON DATABASE ${name} TO ${app}`);
    });
    expect(await refusedWith(addressOf(name, app))).toMatch(
      /^StartupError: The database cannot be used: permission denied for table migrations \(give the role/,
    );
    await withClient(addressOf(name), (client) => client.query(`DROP OWNED BY ${app} CASCADE`));
  });

  it("that is a standby, or too old, is refused", async () => {
    const facts = await withClient(cluster, (client) => one(client, databaseFacts));
    expect(databaseRefusal(facts)).toBeNull();
    expect(databaseRefusal({ ...facts, is_standby: true })).toMatch(/standby.*primary/);
    expect(databaseRefusal({ ...facts, version: 140_011, version_name: "14.11" })).toMatch(
      /^The database server is PostgreSQL 14\.11; 15 or newer/,
    );
  });

  describe("behind PgBouncer", () => {
    let program: string | null;
    let child: ReturnType<typeof spawn> | null = null;
    beforeAll(async () => {
      // Not installed for this: its package begins to serve at once, and with every start of the machine.
      program = await programPath("pgbouncer");
    });

    afterEach(async () => {
      if (child === null || child.exitCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGINT");
      await ended;
      child = null;
    });

    /** The address of `name` through a PgBouncer that pools so. */
    async function through(name: string, mode: "session" | "transaction"): Promise<string> {
      const folder = newFolder();
      const port = await freePort();
      const socket = new URL(cluster.replace("@/", "@h/")).searchParams.get("host");
      const settings = `[databases]\n* = host=${socket}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =\nauth_type = any\npool_mode = ${mode}\n`;
      writeFileSync(join(folder, "pgbouncer.ini"), settings.replace("* = ", "* = user=fanswer "));
      const owner = chooseOwner(folder);
      if (owner) chownSync(folder, owner.uid, owner.gid);
      chmodSync(folder, 0o755);
      child = spawn(program ?? "", [join(folder, "pgbouncer.ini")], { stdio: "ignore", ...owner });
      await expect
        .poll(
          () =>
            new Promise((resolve) => {
              const probe = createConnection(port, "127.0.0.1", () => resolve(true)).on("error", () => resolve(false));
              probe.once("connect", () => probe.destroy());
            }),
        )
        .toBe(true);
      return `postgresql://fanswer@127.0.0.1:${port}/${name}`;
    }

    it("that pools by session serves; by transaction it is refused", async ({ skip }) => {
      if (program === null) skip("pgbouncer is not on this machine and is not installed for a test");
      const name = await database();
      expect(await refusedWith(await through(name, "session"))).toBe("taken");
      child?.kill("SIGINT");
      await once(child as NonNullable<typeof child>, "exit");
      expect(await refusedWith(await through(name, "transaction"))).toMatch(/^StartupError: DATABASE_URL leads to a pooler/);
    });
  });
});
