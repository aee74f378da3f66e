import type pg from "pg";
import { StartupError } from "../startup-error.ts";
import { sqlState, withClient } from "../store/pool.ts";
import { backendPid, type DatabaseFacts, databaseFacts, hiddenTables } from "../store/session.ts";
import { all, one } from "../store/statement.ts";

const oldest = 150_000;
const docs = 'see "A PostgreSQL of yours" in docs/server.md';

/** Why a database with these facts cannot hold our tables, as a sentence; null when it can. */
export function databaseRefusal(facts: DatabaseFacts): string | null {
  const { database, role, schema, encoding, version_name, elsewhere } = facts;
  if (facts.version < oldest) return `The database server is PostgreSQL ${version_name}; 15 or newer is needed.`;
  if (facts.is_standby) return "The database server is a standby, which takes no writes: name the primary in DATABASE_URL.";
  if (encoding !== "UTF8") {
    return `The database "${database}" is encoded in ${encoding}, which cannot hold every language: make one with CREATE DATABASE ... ENCODING 'UTF8' TEMPLATE template0.`;
  }
  if (facts.is_read_only) {
    return `The database is read-only for "${role}" (default_transaction_read_only is on): turn that off, or use another role or database.`;
  }
  if (schema === null)
    return `The search path of "${role}" names no schema that is there: make one, or set another search_path for that role.`;
  if (!facts.has_tables && elsewhere.length > 0) {
    return `This database has Fanswer's tables in the schema "${elsewhere[0]}", but the search path of "${role}" leads to "${schema}": set search_path to where they are.`;
  }
  if (facts.may_create === false) {
    return `"${role}" may make no tables in the schema "${schema}": GRANT CREATE ON SCHEMA "${schema}" TO "${role}", or give it a schema of its own (CREATE SCHEMA "${role}" AUTHORIZATION "${role}").`;
  }
  if (!facts.has_job_schema && !facts.may_create_schema) {
    return `"${role}" may make no schema for the jobs: GRANT CREATE ON DATABASE "${database}" TO "${role}", or CREATE SCHEMA graphile_worker AUTHORIZATION "${role}".`;
  }
  return null;
}

const probeMs = 3_000;

/**
 * Whether a pooler gives every transaction another connection. It does when this connection changes its process on the server while a second one keeps the
 * process busy that the first had. A pooler with one connection in all cannot be told.
 */
async function isPooledByTransaction(client: pg.Client, url: string): Promise<boolean> {
  const { pid } = await one(client, backendPid);
  return withClient(url, async (second) => {
    await second.query("BEGIN");
    await one(second, backendPid);
    const now = one(client, backendPid).then((row) => row.pid);
    const late = new Promise<number>((resolve) => setTimeout(resolve, probeMs, pid).unref());
    const changed = (await Promise.race([now, late])) !== pid;
    await second.query("ROLLBACK");
    await now;
    return changed;
  });
}

const pooled = () =>
  new StartupError(
    `DATABASE_URL leads to a pooler that gives every transaction another connection; Fanswer needs one that stays: pool by session, or name PostgreSQL itself (${docs}).`,
  );

/** A statement that was prepared by another client of the same connection, or is not there any more. */
const strangeStatement = new Set(["42P05", "26000"]);

/**
 * Looks at the database at `url` before anything is made in it. Throws StartupError for what it is not good for and cannot be set on a connection: each would
 * end in an error later, or lose what people write.
 */
export async function checkDatabase(url: string): Promise<void> {
  try {
    await look(url);
  } catch (thrown) {
    throw strangeStatement.has(sqlState(thrown)) ? pooled() : thrown;
  }
}

function look(url: string): Promise<void> {
  return withClient(url, async (client) => {
    const facts = await one(client, databaseFacts);
    const sentence = databaseRefusal(facts);
    if (sentence !== null) throw new StartupError(sentence);
    const [hidden] = await all(client, hiddenTables);
    if (hidden) {
      throw new StartupError(
        `Row security hides rows of "${hidden.name}" from "${facts.role}": make it the owner of the tables, or ALTER ROLE "${facts.role}" BYPASSRLS.`,
      );
    }
    // A pooler gives its clients numbers of its own.
    const isDirect = "processID" in client && client.processID === facts.pid;
    if (!isDirect && (await isPooledByTransaction(client, url))) throw pooled();
  });
}
