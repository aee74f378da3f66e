import { setImmediate as breath } from "node:timers/promises";
import type { Pool } from "pg";
import { createJudge } from "../lib/detect/ambiguity/judge.ts";
import { compileMatcher } from "../lib/detect/exact/compile.ts";
import type { Matcher } from "../lib/detect/exact/matcher.ts";
import { openMatcher } from "../lib/detect/exact/open.ts";
import { packInSlices } from "../lib/detect/pack/pack.ts";
import type { Hit, KeywordList } from "../lib/schema/keywords.ts";
import { mostCheckedEntries } from "../lib/schema/limits.ts";
import type { Sighting } from "../lib/schema/mention.ts";
import { fullList, listHeads } from "./store/lists.ts";
import { all, first } from "./store/statement.ts";

type Reported = Pick<Sighting, "excerpt" | "lang" | "author" | "hits">;

/** Where the keywords of a workspace stand in what was reported; `isCut`: the post goes on behind its excerpt. */
export type FindKeywords = (post: Reported, isCut: boolean) => readonly Hit[];

/** The keywords of a workspace, once for each state of its lists (`0`: it has none); null where there are none, or more than the server looks for. */
export type KeywordsOf = (workspaceId: string, state: number) => Promise<FindKeywords | null>;

interface Known {
  readonly state: number;
  readonly compiled: Promise<Compiled>;
  entries: number;
}

interface Compiled {
  readonly find: FindKeywords | null;
  readonly entries: number;
}

/**
 * Compiles the lists of workspaces with the code of the devices, and keeps as many as there is room for (`most` entries together), those that were
 * asked for last.
 */
export function createKeywords(pool: Pool, most = mostCheckedEntries): KeywordsOf {
  const known = new Map<string, Known>();

  function makeRoom(): void {
    let held = 0;
    for (const [workspaceId, { entries }] of [...known].reverse()) {
      held += entries;
      if (held > most) known.delete(workspaceId);
    }
  }

  function begin(workspaceId: string, state: number): Known {
    const begun: Known = { state, compiled: compile(pool, workspaceId, most), entries: 0 };
    begun.compiled.then(
      ({ entries }) => {
        begun.entries = entries;
        makeRoom();
      },
      () => {
        if (known.get(workspaceId) === begun) known.delete(workspaceId);
      },
    );
    return begun;
  }

  return async (workspaceId, state) => {
    if (state === 0) return null;
    const before = known.get(workspaceId);
    const now = before?.state === state ? before : begin(workspaceId, state);
    // What was asked for last stands last.
    known.delete(workspaceId);
    known.set(workspaceId, now);
    return (await now.compiled).find;
  };
}

async function compile(pool: Pool, workspaceId: string, most: number): Promise<Compiled> {
  const heads = await all(pool, listHeads, workspaceId);
  const entries = heads.reduce((sum, { size }) => sum + size, 0);
  if (entries > most || !heads.some(({ negative, size }) => !negative && size > 0)) return { find: null, entries: 0 };
  const lists: KeywordList[] = [];
  // One after the other: a long one takes a while to be read.
  for (const { id } of heads) {
    const row = await first(pool, fullList, workspaceId, id);
    if (row) lists.push(row.list);
  }
  return {
    find: finder(lists, openMatcher(await packInSlices(lists, () => performance.now(), breath), lists, createJudge(lists))),
    entries,
  };
}

function finder(lists: readonly KeywordList[], matcher: Matcher): FindKeywords {
  return ({ excerpt, lang, author, hits }, isCut) => {
    const facts = { author: author.handle };
    const found = matcher.match(excerpt, lang, facts);
    if (found.length > 0 || !isCut) return found;
    return bare(lists, new Set(hits.map(({ entryId }) => entryId))).match(excerpt, lang, facts);
  };
}

/** These entries without what they ask of the words around: those may stand in what the excerpt leaves out. */
function bare(lists: readonly KeywordList[], ids: ReadonlySet<string>): Matcher {
  const asked = lists.filter(({ negative }) => !negative);
  return compileMatcher(
    asked.map((list) => ({
      ...list,
      entries: list.entries
        .filter(({ id }) => ids.has(id))
        .map((entry) => ({ ...entry, mustNear: [], mustNotNear: [], ignoreDomains: [], ambiguous: false })),
    })),
  );
}
