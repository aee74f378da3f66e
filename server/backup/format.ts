import * as v from "valibot";

/** A backup is gzipped JSON lines: this first, then every row with its table's number, then how many there were. */
export const Head = v.object({
  fanswer: v.literal(1),
  at: v.string(),
  tables: v.array(v.object({ name: v.pipe(v.string(), v.regex(/^\w+$/)), columns: v.array(v.pipe(v.string(), v.regex(/^\w+$/))) })),
});
export type Head = v.InferOutput<typeof Head>;

export const End = v.object({ rows: v.number() });
