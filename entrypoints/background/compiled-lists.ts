import { packedToText } from "../../lib/detect/carry.ts";
import { createJudge } from "../../lib/detect/judge.ts";
import type { Matcher } from "../../lib/detect/matcher.ts";
import { openMatcher } from "../../lib/detect/open.ts";
import { packSteps } from "../../lib/detect/pack.ts";
import type { KeywordList } from "../../lib/schema/keywords.ts";
import { listsState, type Store } from "../../lib/store/database.ts";

/** Work on a list holds up no message longer than this. */
const sliceMs = 5;

/** The workspace's keyword lists, made ready. */
export interface CompiledLists {
  /** For the tabs: what `openScreen` opens, as `packedToText` gives it. */
  readonly screen: string;
  readonly matcher: Matcher;
}

/** Reads and compiles the device's keyword lists once for each state of them, however many tabs and posts ask. */
export function createListCompiler(store: Pick<Store, "lists">, nowMs: () => number): () => Promise<CompiledLists> {
  let known: { readonly state: string; readonly compiled: Promise<CompiledLists> } | null = null;
  return async () => {
    const state = await listsState(store);
    if (known?.state !== state) {
      known = { state, compiled: store.lists.toArray().then((lists) => compile(lists, nowMs)) };
      known.compiled.catch(() => {
        known = null;
      });
    }
    return known.compiled;
  };
}

async function compile(lists: readonly KeywordList[], nowMs: () => number): Promise<CompiledLists> {
  const steps = packSteps(lists);
  let endMs = nowMs() + sliceMs;
  for (;;) {
    const step = steps.next();
    if (step.done) return { screen: packedToText(step.value), matcher: openMatcher(step.value, lists, createJudge(lists)) };
    if (nowMs() < endMs) continue;
    await new Promise((resolve) => setTimeout(resolve));
    endMs = nowMs() + sliceMs;
  }
}
