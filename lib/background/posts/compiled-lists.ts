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

/** Reads and packs the lists once for each state of them, however many tabs and posts ask and however often the worker starts; `open` makes of that what is asked for. */
export function createPacker<T>(
  deps: CompilerDeps,
  open: (packed: ArrayBuffer, lists: readonly KeywordList[]) => T | Promise<T>,
): () => Promise<T> {
  let known: { readonly state: string; readonly opened: Promise<T> } | null = null;
  return async () => {
    const state = await deps.state();
    if (known?.state === state) return known.opened;
    const opened = pack(deps).then(({ packed, lists }) => open(packed, lists));
    known = { state, opened };
    opened.catch(() => {
      if (known?.opened === opened) known = null;
    });
    return opened;
  };
}

/** The lists made ready for the tabs and for the background. */
export function createListCompiler(deps: CompilerDeps): () => Promise<CompiledLists> {
  return createPacker(deps, async (packed, lists) => {
    const screen = packedToText(packed);
    await pause();
    return { screen, matcher: openMatcher(packed, lists, createJudge(lists)) };
  });
}

async function pack(deps: CompilerDeps): Promise<{ packed: ArrayBuffer; lists: readonly KeywordList[] }> {
  const { state, lists } = await deps.read();
  const key = JSON.stringify([deps.version, state]);
  const kept = await deps.load();
  const packed = kept?.key === key ? kept.packed : await packInSlices(lists, deps.nowMs, pause);
  if (kept?.key !== key) await deps.save({ key, packed });
  return { packed, lists };
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
