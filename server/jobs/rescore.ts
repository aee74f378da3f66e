import { isDeepStrictEqual } from "node:util";
import type { PoolClient } from "pg";
import type { Triage } from "../../lib/schema/triage.ts";
import type { TriageSettings } from "../../lib/schema/triage-settings.ts";
import type { Deps } from "../deps.ts";
import { ofRow } from "../operations/description.ts";
import { scoreAnew } from "../operations/scoring.ts";
import { lockWaiting, type MentionRow } from "../store/mentions.ts";
import { transaction } from "../store/pool.ts";
import { type RescoredRow, rescoreMentions } from "../store/reports.ts";
import { all, one } from "../store/statement.ts";
import { markScored, triageState } from "../store/triage-settings.ts";
import { readTriageSettings } from "../triage.ts";

/** Posts scored in one transaction: few enough that nobody waits long for their locks. */
const atOnce = 100;
const mostReasons = 12;

/** Which keyword counted is known only from the reports. */
function keywordsOf({ triage }: MentionRow): (scored: Triage) => Triage {
  const keywords = triage.reasons.filter(({ code }) => code === "keyword");
  return (scored) => ({
    ...scored,
    reasons: [...keywords, ...scored.reasons.filter(({ code }) => code !== "keyword")].slice(0, mostReasons),
  });
}

/** A post's new scores; null when they are those it has. */
function rescored(row: MentionRow, settings: TriageSettings): RescoredRow | null {
  const { triage, scored, priority, status, route } = scoreAnew(row, ofRow(row), settings, [row.scored ?? row.triage], keywordsOf(row));
  const isSame = isDeepStrictEqual({ triage, scored, priority }, { triage: row.triage, scored: row.scored, priority: row.priority });
  return isSame ? null : { mention_id: row.mention_id, triage, scored, priority, status, route };
}

/** Scores posts anew by the settings; gives the last revision, 0 when none moved. */
async function rescore(client: PoolClient, id: string, rows: readonly MentionRow[], settings: TriageSettings): Promise<number> {
  const moved = rows.flatMap((row) => rescored(row, settings) ?? []);
  if (moved.length === 0) return 0;
  return (await one(client, rescoreMentions, id, JSON.stringify(moved), moved.length)).revision;
}

/** Scores what waits in a workspace anew after its settings changed; what people said stays. Begun again from the start when it was cut off. */
export async function rescoreWorkspace({ pool, wake }: Pick<Deps, "pool" | "wake">, id: string, signal: AbortSignal): Promise<void> {
  const state = await one(pool, triageState, id);
  const settings = readTriageSettings(state.settings);
  if (state.scored_version === settings.version) return;
  for (let after = ""; !signal.aborted; ) {
    const { rows, revision } = await transaction(pool, async (client) => {
      const found = await all(client, lockWaiting, id, after, atOnce);
      return { rows: found, revision: await rescore(client, id, found, settings) };
    });
    if (revision > 0) wake.moved(id, revision);
    const last = rows.at(-1);
    if (rows.length < atOnce || !last) {
      await all(pool, markScored, id, settings.version);
      return;
    }
    after = last.mention_id;
  }
}
