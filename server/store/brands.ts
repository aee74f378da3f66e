import { noBrand } from "../../lib/schema/brand.ts";
import { numbered } from "./claims.ts";
import { named, statement } from "./statement.ts";

/** The brand of the workspace $1 as the wire has it. */
export const brandJson = `coalesce((SELECT json_build_object('mark', b.mark, 'handles', b.handles, 'language', b.language)
  FROM brands b WHERE b.workspace_id = $1), '${JSON.stringify(noBrand)}')`;

/** What a change says of the mark and of the language counts only where it says something: null is a word too. */
export interface BrandParts {
  readonly hasMark: boolean;
  readonly mark: string | null;
  /** Of each site that is named: all its handles, as JSON. */
  readonly handles: string;
  readonly hasLanguage: boolean;
  readonly language: string | null;
  /** Posts of its own accounts may wait in the queue. */
  readonly mayWait: boolean;
}

export const putBrand = named<{ workspaceId: string } & BrandParts>(
  "brand.put",
  `INSERT INTO brands AS b (workspace_id, mark, handles, language, cleared)
   VALUES ($workspaceId, $mark::jsonb, $handles::jsonb, $language, NOT $mayWait::boolean)
   ON CONFLICT (workspace_id) DO UPDATE SET mark = CASE WHEN $hasMark::boolean THEN excluded.mark ELSE b.mark END,
     handles = b.handles || excluded.handles, language = CASE WHEN $hasLanguage::boolean THEN excluded.language ELSE b.language END,
     cleared = b.cleared AND excluded.cleared`,
);

/** Locks the brand of a workspace where posts of its own accounts may still wait. */
export const lockUncleared = statement<[string], { yes: true }>(
  "brand.lock_uncleared",
  "SELECT true AS yes FROM brands WHERE workspace_id = $1 AND NOT cleared FOR UPDATE",
);

export const markCleared = statement<[string]>("brand.mark_cleared", "UPDATE brands SET cleared = true WHERE workspace_id = $1");

/** Sets aside posts of the brand's own accounts that wait or are held, so many at most; with the workspace's new revision for each. */
export const setAsideOwn = named<{ workspaceId: string; at: Date; most: number }, { mention_id: string; revision: number }>(
  "brand.set_aside",
  `WITH own AS MATERIALIZED (
     SELECT m.mention_id FROM brands b JOIN mentions m ON m.workspace_id = b.workspace_id
     WHERE b.workspace_id = $workspaceId AND m.workspace_id = $workspaceId AND m.status IN ('open', 'claimed', 'escalated')
       AND b.handles -> m.site ? lower(ltrim(m.author ->> 'handle', '@'))
     ORDER BY m.mention_id LIMIT $most FOR UPDATE OF m
   ), ${numbered("own")}
   UPDATE mentions m SET status = 'dismissed', note = 'own_handle', note_by = NULL, waiting_since = $at, merged_into = NULL,
     revision = counter.revision - counter.total + numbered.n
   FROM numbered, counter WHERE m.workspace_id = $workspaceId AND m.mention_id = numbered.mention_id
   RETURNING counter.revision, m.mention_id`,
);
