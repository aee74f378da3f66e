/** The last step before the schema was written once. */
export const lastFormerStep = "0026_take_back";

/** The steps that led to the schema before it was written once, first to last. */
export const formerSteps: readonly string[] = [
  "0001_workspace",
  "0002_queue",
  "0003_keyword_parts",
  "0004_turn",
  "0005_operation",
  "0006_sync",
  "0007_devices",
  "0008_triage",
  "0010_clock",
  "0011_integrations",
  "0012_staff",
  "0013_answering",
  "0014_language_models",
  "0015_review",
  "0016_queue_cost",
  "0017_turn",
  "0019_bounds",
  "0020_words_of_staff",
  "0021_trust",
  "0024_disclosures",
  "0025_removed_lists",
  lastFormerStep,
];

/** Columns that went with those steps, by table: a backup may hold them. */
export const formerColumns: Readonly<Record<string, readonly string[]>> = { integrations: ["secret"] };

/** Whether a secret waits to be sealed, which a server of that time did at its start. */
export const findUnsealed = "SELECT EXISTS (SELECT 1 FROM integrations WHERE sealed_secret IS NULL OR hook_code IS NULL) AS yes";

/** What makes the tables of those steps into those of the schema that is written once, but for the comments. */
export const formerToPresent: readonly string[] = [
  "ALTER TABLE integrations DROP COLUMN secret",
  "ALTER TABLE integrations ALTER COLUMN sealed_secret SET NOT NULL",
  "ALTER TABLE integrations ALTER COLUMN hook_code SET NOT NULL",
  "ALTER TABLE drafts DROP CONSTRAINT drafts_status_check",
  `ALTER TABLE drafts ADD CONSTRAINT drafts_status_check
   CHECK (status IN ('writing', 'in_review', 'approved', 'posted', 'rejected'))`,
];

/** One server at a time; until the transaction ends. */
export const lockSteps = "SELECT pg_advisory_xact_lock(7165512003)";

/** Has the list of steps say $1, in its order, and nothing else. */
export const rewriteSteps = (list: string): string =>
  `WITH gone AS (DELETE FROM ${list})
   INSERT INTO ${list} (name, run_on) SELECT name, now() FROM unnest($1::text[]) WITH ORDINALITY AS steps (name, n) ORDER BY n`;
