import type { Precedent } from "../../lib/schema/workspace.ts";
import { iso } from "./mention-json.ts";
import { statement } from "./statement.ts";

/** A precedent `e` as the wire has it. */
export const precedentJson = `json_build_object('id', e.precedent_id, 'lang', e.lang, 'kind', e.kind, 'asked', e.asked, 'source', e.source,
  'verdict', e.verdict, 'answer', e.answer, 'removed', e.removed, 'at', ${iso("e.at")})`;

export interface PrecedentRow extends Pick<Precedent, "lang" | "kind" | "asked" | "source" | "verdict" | "answer"> {
  readonly precedent_id: string;
  /** The member whose answer or choice it was. */
  readonly member_id: string;
}

/**
 * workspace, PrecedentRows as JSON, at, how many. The latest word on a post counts. Each gets a revision: the counter was raised by as many just before, in
 * the same transaction.
 */
export const putPrecedents = statement<[string, string, Date, number]>(
  "precedent.put",
  `INSERT INTO precedents (workspace_id, precedent_id, member_id, lang, kind, asked, source, verdict, answer, at, revision)
   SELECT w.workspace_id, p.precedent_id, p.member_id, p.lang, p.kind, p.asked, p.source, p.verdict, p.answer, $3, w.counter - $4::integer + p.n
   FROM workspaces w, rows from (json_to_recordset($2::json) AS (precedent_id text, member_id text, lang text, kind text, asked text, source text, verdict text,
     answer text)) WITH ORDINALITY AS p (precedent_id, member_id, lang, kind, asked, source, verdict, answer, n)
   WHERE w.workspace_id = $1
   ON CONFLICT (workspace_id, precedent_id) DO UPDATE SET member_id = excluded.member_id, lang = excluded.lang, kind = excluded.kind, asked = excluded.asked,
     source = excluded.source, removed = false, taken_back = NULL, verdict = excluded.verdict, answer = excluded.answer, at = excluded.at, revision = excluded.revision`,
);

const isRejection = "verdict = 'rejected'";

/** All but the latest of `which`, so many: $2. Devices forget the oldest by themselves. */
const dropOld = (which: string) => `DELETE FROM precedents WHERE workspace_id = $1 AND ${which}
   AND revision < (SELECT revision FROM precedents WHERE workspace_id = $1 AND ${which} ORDER BY revision DESC OFFSET $2 - 1 LIMIT 1)`;

/** Of the answers that were given: workspace, how many are kept. */
export const dropOldAnswers = statement<[string, number]>("precedent.drop_old_answers", dropOld(`NOT ${isRejection}`));

/** Of what was not wanted: workspace, how many are kept. */
export const dropOldRejections = statement<[string, number]>("precedent.drop_old_rejections", dropOld(isRejection));

/** Of what a member did not want: workspace, how many are kept, member. */
export const dropRejectionsOf = statement<[string, number, string]>(
  "precedent.drop_rejections_of",
  dropOld(`${isRejection} AND member_id = $3`),
);

/** Of what each member taught by answering all but the latest: workspace, how many are kept. */
export const dropAnswersOfEach = statement<[string, number]>(
  "precedent.drop_answers_of_each",
  `WITH taught AS MATERIALIZED (
     SELECT precedent_id, row_number() OVER (PARTITION BY member_id ORDER BY revision DESC) AS n FROM precedents
     WHERE workspace_id = $1 AND member_id IS NOT NULL AND NOT ${isRejection}
   )
   DELETE FROM precedents e USING taught WHERE e.workspace_id = $1 AND e.precedent_id = taught.precedent_id AND n > $2`,
);

/** workspace */
export const askedTerms = statement<[string], { precedent_id: string; asked: string }>(
  "precedent.asked",
  "SELECT precedent_id, asked FROM precedents WHERE workspace_id = $1",
);

/** workspace, precedents, what they are found by from now on, the revision before the first of them */
export const putAskedTerms = statement<[string, readonly string[], readonly string[], number]>(
  "precedent.put_asked",
  `UPDATE precedents e SET asked = g.asked, revision = $4::bigint + g.n
   FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS g (precedent_id, asked, n)
   WHERE e.workspace_id = $1 AND e.precedent_id = g.precedent_id`,
);
