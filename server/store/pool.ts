import pg from "pg";
import { errorFields, type Log } from "../log.ts";
import { planOnce } from "./citus.ts";
import { setSession } from "./session.ts";
import { all, connectionError, DatabaseAway, isMoved, sent } from "./statement.ts";

// Revisions and fences are 64 bits in the database and far below 2^53 in life.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Thrown inside a transaction to have it rolled back and run again from its beginning. */
export class RunAgain extends Error {}

const attempts = 5;
/** Serialization failure, deadlock: PostgreSQL rolled back and asks to try again. */
const retried = new Set(["40001", "40P01"]);

const pauseMs = 10_000;

/** Sets a fresh connection. Rejects where the database refuses a setting: what is read over it then would be read wrongly. */
async function prepare(client: pg.ClientBase, statementMs: number, pauseMs: number): Promise<void> {
  await all(client, setSession, String(statementMs), String(pauseMs));
  await all(client, planOnce);
}

/** A pool of connections to `url`. No statement may take longer than `statementMs`. */
export function openPool(url: string, log: Log, statementMs = 30_000): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 24,
    connectionTimeoutMillis: 10_000,
    // A new connection plans every statement anew, which costs more than to run them.
    idleTimeoutMillis: 10 * 60_000,
    // A statement goes out without the answer to the one before.
    pipeline: true,
    application_name: "fanswer",
    // A server that is paused in the middle of a transaction must not hold its locks until it goes on.
    onConnect: (client) => prepare(client, statementMs, pauseMs),
  });
  // A connection that breaks while in use fails its query, which is where it is handled.
  pool.on("connect", (client) => client.on("error", () => {}));
  pool.on("error", (error) => log("warn", "database_connection_lost", errorFields(error)));
  return pool;
}

/**
 * Does `work` on a connection of its own, for as long as that takes, and closes it. What breaks it rejects what is asked over it. `name`: as the
 * database's operator sees it.
 */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>, name = "fanswer"): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: name, connectionTimeoutMillis: 10_000, keepAlive: true });
  client.on("error", () => {});
  try {
    await client.connect();
    await prepare(client, 0, 0);
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** SQLSTATE of a database's error, "" for any other. */
export function sqlState(thrown: unknown): string {
  return thrown instanceof pg.DatabaseError ? (thrown.code ?? "") : "";
}

/** Connection, read-only or ended meanwhile (not: a statement before it failed), who may connect, resources, operator, system, rights. */
const unavailable = /^(08|25(?!P02)|28|3D|53|57|58|42501)/;
/** A statement that writes, where nothing may be written: the server that the connection leads to became a standby, say. */
const readOnly = "25006";
/** Others were at the same rows, however often it was tried. */
const contended = /^(40|55)/;

/** True when the database could not work at all: away, full, stopping, read-only. Another piece of work would do no better. */
export function isAway(thrown: unknown): boolean {
  return thrown instanceof DatabaseAway || unavailable.test(sqlState(thrown));
}

/**
 * True when the database answers, but a machine of it that holds some of the workspaces does not: it says so by a code for connections, over one that works.
 */
export const isPartAway = (thrown: unknown): boolean => sqlState(thrown).startsWith("08");

/** True when the same may well work later. */
export function isPassing(thrown: unknown): boolean {
  return isAway(thrown) || thrown instanceof RunAgain || contended.test(sqlState(thrown));
}

/** What a transaction does. */
type Work<T> = (client: pg.PoolClient, attempt: number, commit: () => void) => Promise<T>;

async function once<T>(client: pg.PoolClient, work: Work<T>, attempt: number): Promise<T> {
  let end: Promise<pg.QueryResult> | undefined;
  const commit = () => {
    end ??= sent(client, { text: "COMMIT" });
    end.catch(() => {});
    return end;
  };
  const [, result] = await Promise.all([sent(client, { text: "BEGIN" }), work(client, attempt, commit)]);
  if ((await commit()).command !== "COMMIT") throw new Error("a statement failed and nobody looked");
  return result;
}

/**
 * Runs `work` in a transaction: committed when it returns, rolled back when it throws, run again where that helps. Statements that it does not
 * wait for go to the database together. Once all are under way it may say `commit`, and need not wait for their answers before: a
 * commit behind a statement that failed rolls back.
 */
export async function transaction<T>(pool: pg.Pool, work: Work<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect().catch((error: Error) => {
      throw connectionError(error);
    });
    let isBroken = false;
    try {
      return await once(client, work, attempt);
    } catch (thrown) {
      // A new connection may lead to the server that took over.
      isBroken = sqlState(thrown) === readOnly;
      await client.query("ROLLBACK").catch(() => {
        isBroken = true;
      });
      const again = thrown instanceof RunAgain || retried.has(sqlState(thrown)) || isMoved(thrown);
      if (!again || attempt === attempts) throw thrown;
    } finally {
      client.release(isBroken);
    }
  }
}
