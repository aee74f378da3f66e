import { statement } from "./statement.ts";

/** Whether the database spreads tables over machines. */
export const hasCitus = statement<[], { yes: boolean }>(
  "citus.has",
  "SELECT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') AS yes",
);

/**
 * Has this connection plan each statement once, whatever its values: planning one for a few rows costs several times what it takes to run it, and
 * all of them are written for their indexes. Citus finds a shard by the values.
 */
export const planOnce = statement<[]>(
  "citus.plan_once",
  `SELECT set_config('plan_cache_mode', 'force_generic_plan', false), set_config('enable_seqscan', 'off', false)
   WHERE NOT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus')`,
);

/** One server at a time; until the connection ends. */
export const lockDistribution = statement<[]>("citus.lock", "SELECT pg_advisory_lock(7165512002)");

export interface LocalTable {
  readonly name: string;
  readonly has_workspace: boolean;
  /** Tables that its foreign keys point at, itself left out. */
  readonly references: string[];
}

/** Our tables that are not spread yet: those of the schema in use, but for the list of migrations. */
export const localTables = statement<[], LocalTable>(
  "citus.local_tables",
  `SELECT c.relname AS name,
     EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped) AS has_workspace,
     ARRAY(SELECT DISTINCT f.confrelid::regclass::text FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS references
   FROM pg_class c
   WHERE c.relnamespace = quote_ident(current_schema())::regnamespace AND c.relkind = 'r' AND c.relname <> 'migrations'
     AND NOT EXISTS (SELECT 1 FROM pg_dist_partition p WHERE p.logicalrelid = c.oid) ORDER BY c.relname`,
);

/** table, beside which (`none`: the first one). */
export const distributeTable = statement<[string, string]>(
  "citus.distribute",
  "SELECT create_distributed_table($1, 'workspace_id', colocate_with => $2)",
);

/** table. Whole on every machine. */
export const copyTable = statement<[string]>("citus.copy", "SELECT create_reference_table($1)");
