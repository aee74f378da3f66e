import { keptOffers } from "../schema/limits.ts";
import { mentionId, type Sighting } from "../schema/mention.ts";
import type { Store } from "./database.ts";
import { getMeta, setMeta } from "./meta.ts";

const idOf = ({ site, postId }: Sighting): string => mentionId(site, postId);

/** Keeps what a member is shown of a post that they may share, in place of what they were shown of it before. */
export async function keepOffered(store: Store, sighting: Sighting): Promise<void> {
  await change(store, (offered) => [...offered.filter((each) => idOf(each) !== idOf(sighting)), sighting].slice(-keptOffers));
}

/** What the member was shown of the post, which is kept no longer; null when they were shown nothing of it. */
export async function takeOffered(store: Store, id: string): Promise<Sighting | null> {
  let found: Sighting | null = null;
  await change(store, (offered) => {
    found = offered.find((each) => idOf(each) === id) ?? null;
    return offered.filter((each) => each !== found);
  });
  return found;
}

async function change(store: Store, by: (offered: readonly Sighting[]) => readonly Sighting[]): Promise<void> {
  await store.transaction("rw", store.meta, async () => setMeta(store, "offered", by((await getMeta(store, "offered")) ?? [])));
}
