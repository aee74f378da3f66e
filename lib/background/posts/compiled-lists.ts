import { createJudge } from "../../detect/ambiguity/judge.ts";
import type { Matcher } from "../../detect/exact/matcher.ts";
import { openMatcher } from "../../detect/exact/open.ts";
import { packedToText } from "../../detect/pack/carry.ts";
import { packInSlices } from "../../detect/pack/pack.ts";
import type { KeywordList } from "../../schema/keywords.ts";

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
  /** Version of the code that packs; another version may pack otherwise. */
  readonly version: string;
  /** A text that is another one for every state of the lists; cheap, since every tab and post asks. */
  readonly state: () => Promise<string>;
  /** The lists, and the state they are in. */
  readonly read: () => Promise<{ readonly state: string; readonly lists: readonly KeywordList[] }>;
  /** Gives the packed lists that an earlier worker stored. */
  readonly load: () => Promise<KeptLists | undefined>;
  readonly save: (kept: KeptLists) => Promise<void>;
}

/** Reads and compiles the lists once for each state of them, however many tabs and posts ask and however often the worker starts. */
export function createListCompiler(deps: CompilerDeps): () => Promise<CompiledLists> {
  let known: { readonly state: string; readonly compiled: Promise<CompiledLists> } | null = null;
  return async () => {
    const state = await deps.state();
    if (known?.state === state) return known.compiled;
    const compiled = compile(deps);
    known = { state, compiled };
    compiled.catch(() => {
      if (known?.compiled === compiled) known = null;
    });
    return compiled;
  };
}

async function compile(deps: CompilerDeps): Promise<CompiledLists> {
  const { state, lists } = await deps.read();
  const key = JSON.stringify([deps.version, state]);
  const kept = await deps.load();
  const packed = kept?.key === key ? kept.packed : await packInSlices(lists, deps.nowMs, pause);
  if (kept?.key !== key) await deps.save({ key, packed });
  const screen = packedToText(packed);
  await pause();
  return { screen, matcher: openMatcher(packed, lists, createJudge(lists)) };
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
