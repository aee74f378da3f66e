import { FanswerError } from "../../schema/errors.ts";
import type { Mention } from "../../schema/mention.ts";
import { DraftResponse, protocolVersion } from "../../schema/wire.ts";
import type { Workspace } from "../../schema/workspace.ts";
import type { Store } from "../../store/database.ts";
import { sourcesOf } from "../../store/library.ts";
import type { Account } from "../../store/meta.ts";
import { withoutDisclosure } from "../../suggest/disclosure.ts";
import { precedentOfSource } from "../../suggest/library.ts";
import { draftPrompt } from "../../suggest/prompt.ts";
import { post } from "../../sync/transport.ts";
import type { DraftModel } from "./built-in-model.ts";
import type { Suggesting } from "./suggesting.ts";

/** Longer than the server waits for its model. */
const serverMs = 65_000;
const browserMs = 60_000;

/** Drafts by a language model: the workspace's, else the browser's own. */
export interface DraftWriter {
  kind(workspace: Workspace): Promise<"server" | "browser" | null>;
  /** Throws `model_missing`, `model_failed`, `model_refused`, `draft_stale`, `lease_lost`. */
  write(account: Account, mention: Mention, fence: number): Promise<string>;
}

interface LanguageModelDeps {
  readonly store: Store;
  readonly fetch: typeof globalThis.fetch;
  readonly suggesting: Pick<Suggesting, "all">;
  readonly builtIn: DraftModel | null;
}

export function createDraftWriter({ store, fetch, suggesting, builtIn }: LanguageModelDeps): DraftWriter {
  const kind: DraftWriter["kind"] = async ({ answering }) => {
    if (answering?.machineDrafts) return "server";
    return (await builtIn?.isReady()) ? "browser" : null;
  };
  const sourcesFor = async (mention: Mention) =>
    (await suggesting.all(mention, [])).flatMap(({ source }) => (precedentOfSource(source) === null ? source : []));
  const writers = {
    async server({ server, token }: Account, mention: Mention, fence: number): Promise<string> {
      const body = { protocol: protocolVersion, mentionId: mention.id, fence, sources: await sourcesFor(mention) };
      return (await post(fetch, { url: `${server}/v1/draft`, token, body, reply: DraftResponse, timeoutMs: serverMs })).text;
    },
    async browser({ workspace, member }: Account, mention: Mention): Promise<string> {
      const { items } = await sourcesOf(store, await sourcesFor(mention), []);
      try {
        const text = await builtIn?.write(draftPrompt(mention, workspace, items, member), AbortSignal.timeout(browserMs));
        if (text?.trim()) return withoutDisclosure(text.trim(), workspace);
      } catch (cause) {
        throw new FanswerError("model_failed", null, { cause });
      }
      throw new FanswerError("model_failed");
    },
  };
  return {
    kind,
    async write(account, mention, fence) {
      const which = await kind(account.workspace);
      if (which === null) throw new FanswerError("model_missing");
      return writers[which](account, mention, fence);
    },
  };
}
