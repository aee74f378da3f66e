import type { Mention, Opinion } from "./mention.ts";

/** What this member would do with the post, while others have not said so too; null: nothing. */
export function ownOpinion({ opinions }: Pick<Mention, "opinions">): Opinion | null {
  return opinions?.find(({ isMine }) => isMine) ?? null;
}

/** What others would do with it, the first of it; null: nothing. */
export function othersOpinion({ opinions }: Pick<Mention, "opinions">): Opinion | null {
  return opinions?.find(({ isMine }) => !isMine) ?? null;
}
