import type { Kind } from "../../lib/schema/triage.ts";
import type { Precedent } from "../../lib/schema/workspace.ts";
import { iso } from "./mention-json.ts";
import { statement } from "./statement.ts";

/** A precedent `e` as the wire has it. */
export const precedentJson = `json_build_object('id', e.precedent_id, 'lang', e.lang, 'kind', e.kind, 'asked', e.asked, 'source', e.source,
  'verdict', e.verdict, 'answer', e.answer, 'at', ${iso("e.at")})`;

type Row = [
  workspace: string,
  id: string,
  lang: string,
  kind: Kind,
  asked: string,
  source: string | null,
  verdict: Precedent["verdict"],
  answer: string | null,
  at: Date,
  revision: number,
];

/** The latest word on a post counts. */
export const putPrecedent = statement<Row>(
  "precedent.put",
  `INSERT INTO precedents (workspace_id, precedent_id, lang, kind, asked, source, verdict, answer, at, revision)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
   ON CONFLICT (workspace_id, precedent_id) DO UPDATE SET lang = excluded.lang, kind = excluded.kind, asked = excluded.asked,
     source = excluded.source, verdict = excluded.verdict, answer = excluded.answer, at = excluded.at, revision = excluded.revision`,
);

/** workspace, how many are kept. Devices forget the oldest by themselves. */
export const dropOldPrecedents = statement<[string, number]>(
  "precedent.drop_old",
  `DELETE FROM precedents WHERE workspace_id = $1
   AND revision < (SELECT revision FROM precedents WHERE workspace_id = $1 ORDER BY revision DESC OFFSET $2 - 1 LIMIT 1)`,
);
