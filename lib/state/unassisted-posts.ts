import type { Mention } from "../schema/mention.ts";
import type { Precedent } from "../schema/workspace.ts";
import type { Store } from "../store/database.ts";

/** How far back it is asked, in ms. */
const lookedBackMs = 30 * 24 * 3_600_000;

/** An answer that began as no suggestion, and its post where this device holds it. */
interface UnassistedAnswer extends Pick<Precedent, "id" | "lang" | "asked"> {
  readonly mention: Pick<Mention, "excerpt" | "permalink"> | null;
}

/** The answers of the last 30 days that members wrote without a suggestion, the latest first: of those that the workspace keeps to learn from. */
export async function unassistedAnswers(store: Store, nowMs: number): Promise<UnassistedAnswer[]> {
  const since = new Date(nowMs - lookedBackMs).toISOString();
  const rows = await store.precedents
    .where("at")
    .above(since)
    .reverse()
    .filter(({ source, verdict, removed }) => source === null && verdict !== "rejected" && !removed)
    .toArray();
  const mentions = await store.mentions.bulkGet(rows.map(({ id }) => id));
  return rows.map(({ id, lang, asked }, at) => ({ id, lang, asked, mention: mentions[at] ?? null }));
}
