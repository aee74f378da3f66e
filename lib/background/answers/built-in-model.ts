import type { Prompt } from "../../suggest/prompt.ts";

/** A language model that writes drafts. */
export interface DraftModel {
  /** Whether it could write now, without first fetching anything. */
  isReady(): Promise<boolean>;
  /** Rejects when it cannot or does not want to. */
  write(prompt: Prompt, signal: AbortSignal): Promise<string>;
}

interface Session {
  prompt(input: string, options: { signal: AbortSignal }): Promise<string>;
  destroy(): void;
}

/** Chrome's Prompt API (developer.chrome.com/docs/ai/prompt-api), as far as we use it. */
interface LanguageModelApi {
  availability(): Promise<"unavailable" | "downloadable" | "downloading" | "available">;
  create(options: { initialPrompts: { role: "system"; content: string }[]; signal: AbortSignal }): Promise<Session>;
}

/** The browser's own model; null in browsers that have none. It is never made to download one. */
export function builtInModel(world: { readonly LanguageModel?: LanguageModelApi } = globalThis as never): DraftModel | null {
  const api = world.LanguageModel;
  if (api === undefined) return null;
  return {
    isReady: async () => (await api.availability().catch(() => "unavailable")) === "available",
    async write({ system, user }, signal) {
      const session = await api.create({ initialPrompts: [{ role: "system", content: system }], signal });
      try {
        return await session.prompt(user, { signal });
      } finally {
        session.destroy();
      }
    },
  };
}
