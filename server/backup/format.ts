import * as v from "valibot";

const Name = v.pipe(v.string(), v.regex(/^\w+$/));
const Step = v.pipe(v.string(), v.regex(/^[\w-]+$/));

/**
 * A backup is gzipped JSON lines: this first, then every row with its table's number, then its end. A row is an array of its values as PostgreSQL writes
 * them. Form 1 had other rows; no release from version 1 on reads it.
 */
export const BackupHead = v.object({
  fanswer: v.literal(2),
  at: v.string(),
  /** The last step of the schema that the rows have. */
  step: Step,
  tables: v.array(v.object({ name: Name, columns: v.array(Name) })),
});
export type BackupHead = v.InferOutput<typeof BackupHead>;

/** How many rows there were, and SHA-256 of all that stands before. */
export const End = v.object({ rows: v.number(), sha256: v.string() });
