import { keywordProblem } from "../../lib/detect/keyword-problem.ts";
import { FanswerError } from "../../lib/schema/errors.ts";
import type { KeywordEntry } from "../../lib/schema/keywords.ts";
import { lockList, putList } from "../store/lists.ts";
import { first } from "../store/statement.ts";
import type { Handler } from "./call.ts";

/** What two lines may not share. */
const folded = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Throws `keyword_invalid` with the first bad line (1-based) and what is wrong with it. */
function checkEntries(entries: readonly KeywordEntry[]): void {
  const texts = new Map<string, number>();
  const ids = new Set<string>();
  for (const [index, { id, text, mustNear, mustNotNear }] of entries.entries()) {
    const line = index + 1;
    for (const word of [text, ...mustNear, ...mustNotNear]) {
      const problem = keywordProblem(word);
      if (problem !== null) throw new FanswerError("keyword_invalid", `line ${line}: ${problem}`);
    }
    const same = texts.get(folded(text));
    if (same !== undefined) throw new FanswerError("keyword_invalid", `line ${line}: same_as ${same}`);
    if (ids.has(id)) throw new FanswerError("keyword_invalid", `line ${line}: same_id`);
    texts.set(folded(text), line);
    ids.add(id);
  }
}

export const pushKeywords: Handler<"keywords.push"> = async (call, { listId, name, baseVersion, entries }) => {
  const { client, device, at } = call;
  checkEntries(entries);
  const known = await first(client, lockList, device.workspaceId, listId);
  if ((known?.version ?? 0) !== baseVersion) throw new FanswerError("list_stale");
  const version = baseVersion + 1;
  const put = await first(client, putList, device.workspaceId, listId, name, version, JSON.stringify(entries), at, await call.raise());
  if (put === null) throw new FanswerError("list_stale");
  return { id: listId, name, version, entries, updatedAt: at.toISOString() };
};
