import { entryProblem, foldedText } from "../../lib/detect/lists/entry-problem.ts";
import { FanswerError } from "../../lib/schema/errors.ts";
import { type KeywordEntry, maxEntries } from "../../lib/schema/keywords.ts";
import { mostOf } from "../../lib/schema/limits.ts";
import type { OperationArgs } from "../../lib/schema/operations.ts";
import { dropOldParts, dropParts, lockList, pushedParts, putList, putPart, removeList } from "../store/lists.ts";
import { RunAgain } from "../store/pool.ts";
import { otherLists, otherParts } from "../store/room.ts";
import { all, first } from "../store/statement.ts";
import type { Handler, OperationCall } from "./call.ts";
import { keepFormer, keepPushed, lockedList } from "./list-versions.ts";
import { checkRoom } from "./room.ts";

/** How long a part waits for its push. */
const partLifeMs = 24 * 3_600_000;

/** Throws `keyword_invalid` with the first bad line (1-based, in its part) and what is wrong with it. */
function checkEach(entries: readonly KeywordEntry[], where = ""): void {
  for (const [index, entry] of entries.entries()) {
    const found = entryProblem(entry);
    if (found !== null) throw new FanswerError("keyword_invalid", `${where}line ${index + 1}: ${found.problem}`);
  }
}

/** Throws `keyword_invalid` for the first line that says what another one said before. */
function checkTogether(entries: readonly KeywordEntry[]): void {
  const texts = new Map<string, number>();
  const ids = new Set<string>();
  for (const [index, { id, text }] of entries.entries()) {
    const line = index + 1;
    const same = texts.get(foldedText(text));
    if (same !== undefined) throw new FanswerError("keyword_invalid", `line ${line}: same_as ${same}`);
    if (ids.has(id)) throw new FanswerError("keyword_invalid", `line ${line}: same_id`);
    texts.set(foldedText(text), line);
    ids.add(id);
  }
}

export const putKeywordPart: Handler<"keywords.part"> = async (call, { pushId, part, entries }) => {
  const { client, device, at } = call;
  checkEach(entries, `part ${part}, `);
  await all(client, dropOldParts, device.workspaceId, new Date(at.getTime() - partLifeMs));
  await checkRoom(call, mostOf.parts, otherParts, [device.id, [pushId]], 0);
  await all(client, putPart, { workspaceId: device.workspaceId, deviceId: device.id, pushId, part, entries: JSON.stringify(entries), at });
  return { part };
};

/** The entries that the device put down for this push. */
async function readParts({ client, device }: OperationCall, parts: OperationArgs<"keywords.push">["parts"]): Promise<KeywordEntry[]> {
  if (parts === undefined) return [];
  const found = await all(client, pushedParts, device.workspaceId, device.id, parts.pushId);
  if (found.length !== parts.count) throw new FanswerError("not_found");
  return found.flatMap(({ entries }) => entries);
}

export const pushKeywords: Handler<"keywords.push"> = async (
  call,
  { listId, name, baseVersion, negative = false, parts, entries: last },
) => {
  const { client, device, at } = call;
  checkEach(last);
  const entries = [...(await readParts(call, parts)), ...last];
  if (entries.length > maxEntries) throw new FanswerError("too_large");
  checkTogether(entries);
  const known = await first(client, lockList, device.workspaceId, listId);
  if ((known?.version ?? 0) !== baseVersion) throw new FanswerError("list_stale");
  if (known === null || known.removed) await checkRoom(call, mostOf.lists, otherLists, [[listId]]);
  const version = baseVersion + 1;
  const list = { workspaceId: device.workspaceId, id: listId, name, version, negative, entries: JSON.stringify(entries) };
  if (parts !== undefined) await all(client, dropParts, device.workspaceId, device.id, parts.pushId);
  await keepFormer(call, listId);
  const put = await first(client, putList, { ...list, at, revision: await call.raise() });
  // Another server has just made it: begin again and find it.
  if (put === null) throw new RunAgain();
  await keepPushed(call, listId);
  return { id: listId, name, version, negative, removed: false, updatedAt: at.toISOString() };
};

export const removeKeywords: Handler<"keywords.remove"> = async (call, { listId, baseVersion }) => {
  const { client, workspaceId, at, raise } = call;
  const { removed } = await lockedList(call, listId, baseVersion);
  if (removed) throw new FanswerError("list_stale");
  await keepFormer(call, listId);
  const left = await first(client, removeList, workspaceId, listId, at, await raise());
  if (left === null) throw new RunAgain();
  await keepPushed(call, listId);
  return { id: listId, ...left, removed: true, updatedAt: at.toISOString() };
};
