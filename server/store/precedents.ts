import type { Precedent } from "../../lib/schema/workspace.ts";
import { iso } from "./mention-json.ts";
import { statement } from "./statement.ts";

/** A precedent `e` as the wire has it. */
export const precedentJson = `json_build_object('id', e.precedent_id, 'lang', e.lang, 'kind', e.kind, 'asked', e.asked, 'source', e.source,
  'verdict', e.verdict, 'answer', e.answer, 'at', ${iso("e.at")})`;

export interface PrecedentRow extends Pick<Precedent, "lang" | "kind" | "asked" | "source" | "verdict" | "answer"> {
  readonly precedent_id: string;
}

/** workspace, PrecedentRows as JSON, at, how many. Each gets a revision; gives the last. The latest word on a post counts. */
export const putPrecedents = statement<[string, string, Date, number], { revision: number }>(
  "precedent.put",
  `WITH counter AS (
     UPDATE workspaces SET counter = counter + $4::integer WHERE workspace_id = $1 RETURNING workspace_id, counter AS revision
   ), kept AS (
     INSERT INTO precedents (workspace_id, precedent_id, lang, kind, asked, source, verdict, answer, at, revision)
     SELECT workspace_id, p.precedent_id, p.lang, p.kind, p.asked, p.source, p.verdict, p.answer, $3, revision - $4::integer + p.n
     FROM counter, rows from (json_to_recordset($2::json) AS (precedent_id text, lang text, kind text, asked text, source text, verdict text,
       answer text)) WITH ORDINALITY AS p (precedent_id, lang, kind, asked, source, verdict, answer, n)
     ON CONFLICT (workspace_id, precedent_id) DO UPDATE SET lang = excluded.lang, kind = excluded.kind, asked = excluded.asked,
       source = excluded.source, verdict = excluded.verdict, answer = excluded.answer, at = excluded.at, revision = excluded.revision
   )
   SELECT revision FROM counter`,
);

/** workspace, how many are kept. Devices forget the oldest by themselves. */
export const dropOldPrecedents = statement<[string, number]>(
  "precedent.drop_old",
  `DELETE FROM precedents WHERE workspace_id = $1
   AND revision < (SELECT revision FROM precedents WHERE workspace_id = $1 ORDER BY revision DESC OFFSET $2 - 1 LIMIT 1)`,
);
