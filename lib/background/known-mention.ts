import type { Mention } from "../schema/mention.ts";
import type { Store } from "../store/database.ts";
import { viewMention } from "../store/views.ts";
import type { Sync } from "../sync/sync.ts";

/** What it takes to know a mention: what this device holds, and whom to ask for the rest. */
export interface Knowing {
  readonly store: Store;
  readonly ask: Sync["ask"];
}

/** A mention as it looks from here; one that only the workspace knows is asked for and becomes part of the mirror. */
export async function knownMention({ ask, store }: Knowing, mentionId: string): Promise<Mention | null> {
  const held = await viewMention(store, mentionId);
  if (held) return held;
  await ask("mention.get", { mentionId });
  return viewMention(store, mentionId);
}
