import { packedToText } from "../../lib/detect/carry.ts";
import type { Matcher } from "../../lib/detect/matcher.ts";
import { openMatcher } from "../../lib/detect/open.ts";
import { packSteps } from "../../lib/detect/pack.ts";
import type { KeywordList } from "../../lib/schema/keywords.ts";

/** Work on a list holds up no message longer than this. */
const sliceMs = 4;

/** The workspace's keyword lists, made ready. */
export interface CompiledLists {
  /** For the tabs: what `openScreen` opens, as `packedToText` gives it. */
  readonly screen: string;
  readonly matcher: Matcher;
}

/** Packed lists and what they were packed from. */
export interface KeptLists {
  readonly key: string;
  readonly packed: ArrayBuffer;
}

export interface CompilerDeps {
  readonly nowMs: () => number;
  /** Of the code that packs: another one packs otherwise. */
  readonly version: string;
  /** Where packed lists outlive the worker. */
  readonly load: () => Promise<KeptLists | undefined>;
  readonly save: (kept: KeptLists) => Promise<void>;
}

/** Compiles keyword lists once for each state of them, however many tabs and posts ask and however often the worker starts. */
export function createListCompiler(deps: CompilerDeps): (lists: readonly KeywordList[]) => Promise<CompiledLists> {
  let known: { readonly key: string; readonly compiled: Promise<CompiledLists> } | null = null;
  return (lists) => {
    const key = JSON.stringify([deps.version, ...lists.map(({ id, version, updatedAt }) => [id, version, updatedAt])]);
    if (known?.key === key) return known.compiled;
    const compiled = compile(lists, key, deps);
    known = { key, compiled };
    compiled.catch(() => {
      if (known?.compiled === compiled) known = null;
    });
    return compiled;
  };
}

async function compile(lists: readonly KeywordList[], key: string, deps: CompilerDeps): Promise<CompiledLists> {
  const kept = await deps.load();
  const packed = kept?.key === key ? kept.packed : await pack(lists, deps.nowMs);
  if (kept?.key !== key) await deps.save({ key, packed });
  const screen = packedToText(packed);
  await pause();
  return { screen, matcher: openMatcher(packed, lists) };
}

async function pack(lists: readonly KeywordList[], nowMs: () => number): Promise<ArrayBuffer> {
  const steps = packSteps(lists);
  let endMs = nowMs() + sliceMs;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (nowMs() < endMs) continue;
    await pause();
    endMs = nowMs() + sliceMs;
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
