import { readTriageModel, type TriageModel } from "./asset.ts";

/**
 * The triage model of the package, read once in the worker's life when it is first needed. Null when it is missing or damaged: then word lists
 * alone score, and the reasons say so.
 */
export function createTriageModel(fetch: typeof globalThis.fetch, url: string): () => Promise<TriageModel | null> {
  let loading: Promise<TriageModel | null> | null = null;
  const load = async () => {
    const answer = await fetch(url);
    return answer.ok ? readTriageModel(new Uint8Array(await answer.arrayBuffer())) : null;
  };
  return () => {
    loading ??= load().catch(() => null);
    return loading;
  };
}
