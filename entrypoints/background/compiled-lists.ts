import { packedToText } from "../../lib/detect/carry.ts";
import type { Matcher } from "../../lib/detect/matcher.ts";
import { openMatcher } from "../../lib/detect/open.ts";
import { packSteps } from "../../lib/detect/pack.ts";
import type { KeywordList } from "../../lib/schema/keywords.ts";

/** Work on a list holds up no message longer than this. */
const sliceMs = 5;

/** The workspace's keyword lists, made ready. */
export interface CompiledLists {
  /** For the tabs: what `openScreen` opens, as `packedToText` gives it. */
  readonly screen: string;
  readonly matcher: Matcher;
}

/** Compiles keyword lists once for each state of them, however many tabs and posts ask. */
export function createListCompiler(nowMs: () => number): (lists: readonly KeywordList[]) => Promise<CompiledLists> {
  let known: { readonly key: string; readonly compiled: Promise<CompiledLists> } | null = null;
  return (lists) => {
    const key = JSON.stringify(lists.map(({ id, version, updatedAt }) => [id, version, updatedAt]));
    if (known?.key !== key) known = { key, compiled: compile(lists, nowMs) };
    return known.compiled;
  };
}

async function compile(lists: readonly KeywordList[], nowMs: () => number): Promise<CompiledLists> {
  const steps = packSteps(lists);
  let endMs = nowMs() + sliceMs;
  for (;;) {
    const step = steps.next();
    if (step.done) return { screen: packedToText(step.value), matcher: openMatcher(step.value, lists) };
    if (nowMs() < endMs) continue;
    await new Promise((resolve) => setTimeout(resolve));
    endMs = nowMs() + sliceMs;
  }
}
