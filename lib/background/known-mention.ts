import type { Mention } from "../schema/mention.ts";
import { viewMention } from "../store/views.ts";
import type { Context } from "./context.ts";

/** A mention as it looks from here; one that only the workspace knows is asked for and becomes part of the mirror. */
export async function knownMention({ ask, store }: Pick<Context, "ask" | "store">, mentionId: string): Promise<Mention | null> {
  const held = await viewMention(store, mentionId);
  if (held) return held;
  await ask("mention.get", { mentionId });
  return viewMention(store, mentionId);
}
