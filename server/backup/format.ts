import * as v from "valibot";

const Name = v.pipe(v.string(), v.regex(/^\w+$/));

/**
 * A backup is gzipped JSON lines: this first, then every row with its table's number, then its end. A row is an array of its values as PostgreSQL writes them
 * (form 2), or an object by column (form 1, in which JSON's null in a column could not be told from no value).
 */
export const Head = v.object({
  fanswer: v.picklist([1, 2]),
  at: v.string(),
  /** The last step of the schema that the rows have. */
  step: v.optional(Name),
  tables: v.array(v.object({ name: Name, columns: v.array(Name) })),
});
export type Head = v.InferOutput<typeof Head>;

/** How many rows there were; form 2: SHA-256 of all that stands before. */
export const End = v.object({ rows: v.number(), sha256: v.optional(v.string()) });
