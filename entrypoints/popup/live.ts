import type { Mention } from "../../lib/schema/mention.ts";
import { openStoreState } from "../../lib/state/open-store.ts";
import type { PersonalState } from "../../lib/state/store-state.ts";
import { openStore } from "../../lib/store/database.ts";
import { passedIds } from "../../lib/store/passed.ts";
import { viewPersonal } from "../../lib/store/personal-view.ts";
import { viewMentions } from "../../lib/store/views.ts";

export { eachChosen, openCommunities } from "../../lib/state/communities.ts";

/** The live store of a community, once it was read; loaded apart, since the first paint needs none of it. `shown`: what that was. */
export async function openLiveState(signal: AbortSignal, community: string, shown: PersonalState | null): Promise<PersonalState> {
  const known = shown?.session.value?.workspace?.name ?? null;
  const state = openStoreState(signal, viewPersonal, openStore(community), Date.now, known);
  await state.read();
  return state;
}

/** All posts of a community on this device but those that the member passed on. */
export async function readHeld(community: string): Promise<readonly Mention[]> {
  const store = openStore(community);
  try {
    const [mentions, passed] = await Promise.all([viewMentions(store), passedIds(store)]);
    const skip = new Set(passed);
    return mentions.filter(({ id }) => !skip.has(id));
  } finally {
    store.close();
  }
}
