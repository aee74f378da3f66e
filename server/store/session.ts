import { statement } from "./statement.ts";

/**
 * How a connection is set, whatever its role, its database or its server was given: the forms in which values come back, no limit but ours, no isolation but
 * the one that the statements are written for, and an error instead of rows that a policy would hide. Sent as a statement: a pooler refuses most of these
 * with the connection's first message.
 * Longest statement in ms (0: none), longest pause within a transaction in ms (0: none).
 */
export const setSession = statement<[string, string]>(
  "session.set",
  `SELECT set_config('statement_timeout', $1, false), set_config('idle_in_transaction_session_timeout', $2, false),
     set_config('lock_timeout', '0', false), set_config('idle_session_timeout', '0', false),
     CASE WHEN current_setting('transaction_timeout', true) IS NOT NULL THEN set_config('transaction_timeout', '0', false) END,
     set_config('datestyle', 'ISO, YMD', false), set_config('intervalstyle', 'postgres', false), set_config('timezone', 'UTC', false),
     set_config('client_encoding', 'UTF8', false), set_config('bytea_output', 'hex', false), set_config('extra_float_digits', '1', false),
     set_config('standard_conforming_strings', 'on', false), set_config('array_nulls', 'on', false),
     set_config('default_transaction_isolation', 'read committed', false), set_config('row_security', 'off', false),
     set_config('jit', 'off', false),
     CASE WHEN current_setting('synchronous_commit') = 'off' THEN set_config('synchronous_commit', 'on', false) END`,
);

/** What decides whether a database can hold our tables. */
export interface DatabaseFacts {
  readonly version: number;
  readonly version_name: string;
  readonly encoding: string;
  readonly is_standby: boolean;
  readonly is_read_only: boolean;
  readonly database: string;
  readonly role: string;
  /** Where new tables go; null: the search path names no schema that is there. */
  readonly schema: string | null;
  readonly may_create: boolean | null;
  readonly may_create_schema: boolean;
  readonly has_job_schema: boolean;
  /** Whether our tables are where new ones go. */
  readonly has_tables: boolean;
  /** Other schemas of the database that hold them. */
  readonly elsewhere: string[];
  /** Whether a list of the steps that were taken stands beside the tables. */
  readonly has_list: boolean;
  /** Process of this connection on the server. */
  readonly pid: number;
}

export const databaseFacts = statement<[], DatabaseFacts>(
  "session.facts",
  `WITH ours AS (
     SELECT n.nspname::text AS schema FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relname = 'workspaces' AND c.relkind = 'r'
       AND EXISTS (SELECT 1 FROM pg_class d WHERE d.relnamespace = n.oid AND d.relname = 'mentions' AND d.relkind = 'r')
   )
   SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS version_name,
     current_setting('server_encoding') AS encoding, pg_is_in_recovery() AS is_standby,
     current_setting('default_transaction_read_only')::boolean AS is_read_only,
     current_database()::text AS database, current_user::text AS role, current_schema()::text AS schema,
     has_schema_privilege(current_schema(), 'CREATE') AS may_create, has_database_privilege(current_database(), 'CREATE') AS may_create_schema,
     EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = 'graphile_worker') AS has_job_schema,
     EXISTS (SELECT 1 FROM ours WHERE schema = current_schema()) AS has_tables,
     ARRAY(SELECT schema FROM ours WHERE schema IS DISTINCT FROM current_schema()::text ORDER BY 1) AS elsewhere,
     EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relname = 'migrations' AND n.nspname = current_schema()) AS has_list,
     pg_backend_pid() AS pid`,
);

/** Tables whose rows a policy would hide from this role. */
export const hiddenTables = statement<[], { name: string }>(
  "session.hidden_tables",
  `SELECT c.relname::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname = current_schema() AND c.relkind = 'r' AND row_security_active(c.oid) ORDER BY 1`,
);

export const backendPid = statement<[], { pid: number }>("session.pid", "SELECT pg_backend_pid() AS pid");

/** A line in the database's journal that nobody reads: answered once it is on the disk, as a commit is. */
export const reachDisk = statement<[], { at: string }>(
  "session.reach_disk",
  "SELECT pg_logical_emit_message(true, 'fanswer', '')::text AS at",
);

/** Whether the database server has a database of this name. */
export const hasDatabase = statement<[string], { yes: boolean }>(
  "session.has_database",
  "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1) AS yes",
);
