import { Mark, maxMarks } from "../../lib/schema/mark.ts";
import { bucket } from "./derived.ts";
import { partOfMentionJson } from "./mention-json.ts";
import { statement } from "./statement.ts";

const shown = Object.keys(Mark.entries) as (keyof Mark)[];

/** What badges show of the mentions in some buckets, as a JSON array: workspace, buckets, is staff, member. */
export const marksOf = statement<[string, readonly string[], boolean, string], { found: string }>(
  "mark.of",
  `SELECT coalesce(json_agg(${partOfMentionJson({ isStaff: "$3::boolean", member: "$4::text" }, shown)}), '[]')::text AS found
   FROM (SELECT * FROM mentions WHERE workspace_id = $1 AND ${bucket} = ANY ($2) LIMIT ${maxMarks}) m`,
);
