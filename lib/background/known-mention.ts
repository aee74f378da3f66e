import type { Mention } from "../schema/mention.ts";
import type { Store } from "../store/database.ts";
import { viewMention } from "../store/views.ts";
import type { Sync } from "../sync/sync.ts";

/** What looking a mention up needs: this device's store, and the server to ask. */
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
