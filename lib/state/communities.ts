import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { liveQuery } from "dexie";
import { openRegistry, type Registry, readMembership } from "../store/communities.ts";
import { openStore, type Store } from "../store/database.ts";
import { readSession } from "../store/meta.ts";

/** A community of this device, as a person tells it from the others. */
interface CommunityHere {
  readonly id: string;
  readonly name: string;
  /** Its server no longer lets this device in, and nothing but why is left. */
  readonly isOver: boolean;
}

/** The communities that this device is in, and the one that the member works for; null until they are read. */
export interface CommunitiesHere {
  readonly all: readonly CommunityHere[];
  readonly chosen: string;
}

/** The communities of this device, live until `abort` aborts. */
export function openCommunities(
  abort: AbortSignal,
  registry: Registry = openRegistry(),
  open: (id: string) => Store = openStore,
): ReadonlySignal<CommunitiesHere | null> {
  const here = signal<CommunitiesHere | null>(null);
  const stores = new Map<string, Store>();
  const storeOf = (id: string): Store => {
    const store = stores.get(id) ?? open(id);
    stores.set(id, store);
    return store;
  };
  const read = async (): Promise<CommunitiesHere> => {
    const { ids, chosen } = await readMembership(registry);
    for (const [id, store] of stores) {
      if (ids.includes(id)) continue;
      store.close();
      stores.delete(id);
    }
    const named = await Promise.all(ids.map(async (id) => ({ id, session: await readSession(storeOf(id)) })));
    const all = named.flatMap(({ id, session: { server, workspace, shutOut } }): (CommunityHere & { server: string })[] => {
      const name = workspace?.name ?? shutOut?.workspace;
      return name === undefined ? [] : [{ id, name, server, isOver: workspace === null }];
    });
    return { all: all.map((each) => ({ id: each.id, name: toldApart(each, all), isOver: each.isOver })), chosen };
  };
  const subscription = liveQuery(read).subscribe({
    next: (next) => {
      here.value = next;
    },
    error: (cause) => console.error("Fanswer: the communities cannot be read", cause),
  });
  abort.addEventListener("abort", () => {
    subscription.unsubscribe();
    registry.close();
    for (const store of stores.values()) store.close();
  });
  return here;
}

/** Two communities may have one name; then each has its server beside it. */
function toldApart({ name, server }: { name: string; server: string }, all: readonly { name: string }[]): string {
  const host = URL.parse(server)?.host;
  return host && all.filter((each) => each.name === name).length > 1 ? `${name} (${host})` : name;
}

/** Calls `show` for the chosen community, and again for every other one that is chosen; the signal of the one before aborts first. */
export function eachChosen(
  here: ReadonlySignal<CommunitiesHere | null>,
  abort: AbortSignal,
  show: (community: string, signal: AbortSignal) => void,
): void {
  let shown: { readonly id: string; readonly life: AbortController } | null = null;
  const stop = effect(() => {
    const chosen = here.value?.chosen;
    if (chosen === undefined || chosen === shown?.id) return;
    shown?.life.abort();
    shown = { id: chosen, life: new AbortController() };
    show(chosen, AbortSignal.any([abort, shown.life.signal]));
  });
  abort.addEventListener("abort", stop);
}
