import { openStoreState } from "../../lib/state/open-store.ts";
import type { PersonalState } from "../../lib/state/store-state.ts";
import { openStore } from "../../lib/store/database.ts";
import { viewPersonal } from "../../lib/store/personal-view.ts";

/** The live store, once it was read; loaded apart, since the first paint needs none of it. `shown`: what that was. */
export async function openLiveState(signal: AbortSignal, shown: PersonalState | null): Promise<PersonalState> {
  const known = shown?.session.value?.workspace?.name ?? null;
  const state = openStoreState(signal, viewPersonal, openStore(), Date.now, known);
  await state.read;
  return state;
}
