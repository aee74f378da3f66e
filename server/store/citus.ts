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

/** Machines on which parts of tables may be placed, the coordinator among them where it was told to hold some too. */
export const placesForParts = statement<[], { count: number }>(
  "citus.places",
  "SELECT count(*) AS count FROM pg_dist_node WHERE noderole = 'primary' AND isactive AND shouldhaveshards",
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

/**
 * The workspaces that each part of the table holds; null for a part whose machine does not answer. As `workspaceIds`, which fails where one is away.
 */
export const workspacesByPart = statement<[], { found: readonly { readonly id: string; readonly name: string }[] | null }>(
  "citus.workspaces_by_part",
  `SELECT CASE WHEN success THEN result::json END AS found FROM run_command_on_shards('workspaces',
     $part$SELECT coalesce(json_agg(json_build_object('id', workspace_id, 'name', name) ORDER BY created_at, workspace_id), '[]') FROM %s$part$)`,
);

/** Spread tables of ours whose rows of before still lie on the coordinator. */
export const leftBehind = statement<[], { name: string }>(
  "citus.left_behind",
  `SELECT c.relname AS name FROM pg_class c JOIN pg_dist_partition p ON p.logicalrelid = c.oid
   WHERE c.relnamespace = quote_ident(current_schema())::regnamespace AND pg_relation_size(c.oid) > 0`,
);

/** table, with those that refer to it: what is on the coordinator only. */
export const dropLeftBehind = statement<[string]>("citus.drop_left_behind", "SELECT truncate_local_data_after_distributing_table($1)");

/** Whether a table of ours is spread: its name. */
export const isSpreadTable = statement<[string], { yes: boolean }>(
  "citus.is_spread",
  `SELECT EXISTS (SELECT 1 FROM pg_dist_partition p JOIN pg_class c ON c.oid = p.logicalrelid
     WHERE c.relnamespace = quote_ident(current_schema())::regnamespace AND c.relname = $1) AS yes`,
);

/** Spreads a table that a step of the schema has just made; built, as it stands among the statements of the step. */
export const spreadBeside = (table: string, beside: string): string =>
  `SELECT create_distributed_table('${table}', 'workspace_id', colocate_with => '${beside}')`;

/** table. Whole on every machine. */
export const copyTable = statement<[string]>("citus.copy", "SELECT create_reference_table($1)");
