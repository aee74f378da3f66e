import type { KeywordEntry, KeywordListHead } from "../schema/keywords.ts";
import type { MessageArgs } from "../schema/messages.ts";
import { limits } from "../schema/wire.ts";
import type { Sync } from "./sync.ts";

/**
 * Pushes a keyword list of any length: what does not fit into one request goes ahead in parts, which the server puts together at once. The push is one
 * operation under `pushId`, so that it may be asked for again. Throws as `ask` does.
 */
export async function pushList(ask: Sync["ask"], list: MessageArgs<"keywords.push">, pushId: string): Promise<KeywordListHead> {
  const [last = [], ...before] = inParts(list.entries).reverse();
  for (const [index, entries] of before.reverse().entries()) await ask("keywords.part", { pushId, part: index + 1, entries });
  const parts = before.length > 0 ? { parts: { pushId, count: before.length } } : {};
  return ask("keywords.push", { ...list, ...parts, entries: last }, pushId);
}

/** The entries in order, in runs of at most `limits.partBytes`. */
function inParts(entries: readonly KeywordEntry[]): KeywordEntry[][] {
  const encoder = new TextEncoder();
  const parts: KeywordEntry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const bytes = encoder.encode(JSON.stringify(entry)).length + 1;
    if (bytes > room) {
      parts.push([]);
      room = limits.partBytes;
    }
    parts.at(-1)?.push(entry);
    room -= bytes;
  }
  return parts;
}
