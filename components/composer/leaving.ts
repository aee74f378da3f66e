import type { ask as Ask } from "../../lib/messaging/ask.ts";

/** What a member does to let go of a post with nothing published. */
export const leaves = ["claim.release", "mention.dismiss", "mention.route"] as const;
export type Leave = (typeof leaves)[number];

/** Undoes it. Rejects with why not: meanwhile somebody else may have taken a post that was given back. */
export async function takeBack(ask: typeof Ask, leave: Leave, mentionId: string): Promise<void> {
  if (leave === "claim.release") await ask("claim.take", { mentionId });
  else if (leave === "mention.dismiss") await ask("mention.reopen", { mentionId });
  else await ask("mention.route", { mentionId, route: "community", note: "" });
}
