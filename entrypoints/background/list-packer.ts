import { packedToText } from "../../lib/detect/carry.ts";
import { packSteps } from "../../lib/detect/pack.ts";
import type { KeywordList } from "../../lib/schema/keywords.ts";

/** Work on a list holds up no message longer than this. */
const sliceMs = 5;

/**
 * Packs keyword lists for the tabs: once for each state of the lists, however many tabs ask. It is kept in memory only, since a restarted worker
 * builds it again in less time than a store would take to read it.
 */
export function createListPacker(nowMs: () => number): (lists: readonly KeywordList[]) => Promise<string> {
  let known: { readonly key: string; readonly packed: Promise<string> } | null = null;
  return (lists) => {
    const key = JSON.stringify(lists.map(({ id, version, updatedAt }) => [id, version, updatedAt]));
    if (known?.key !== key) known = { key, packed: pack(lists, nowMs) };
    return known.packed;
  };
}

async function pack(lists: readonly KeywordList[], nowMs: () => number): Promise<string> {
  const steps = packSteps(lists);
  let endMs = nowMs() + sliceMs;
  for (;;) {
    const step = steps.next();
    if (step.done) return packedToText(step.value);
    if (nowMs() < endMs) continue;
    await new Promise((resolve) => setTimeout(resolve));
    endMs = nowMs() + sliceMs;
  }
}
