import { openStoreState } from "../../lib/state/open-store.ts";
import type { PersonalState } from "../../lib/state/store-state.ts";
import { viewPersonal } from "../../lib/store/personal-view.ts";

/** The live store, once it was read; loaded apart, since the first paint needs none of it. */
export async function openLiveState(signal: AbortSignal): Promise<PersonalState> {
  const state = openStoreState(signal, viewPersonal);
  await state.read;
  return state;
}
