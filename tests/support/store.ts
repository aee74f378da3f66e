import { Dexie } from "dexie";
import { afterEach } from "vitest";
import { openRegistry, type Registry } from "../../lib/store/communities.ts";
import { openStore, type Store } from "../../lib/store/database.ts";
import { type Account, setMeta } from "../../lib/store/meta.ts";
import { account } from "./samples.ts";

let count = 0;
const opened: { readonly name: string; close(): void }[] = [];

/** The database of this name, for this test. */
export function openNamed(name: string): Store {
  const store = openStore(name);
  opened.push(store);
  return store;
}

/** A database that no other test has seen; `again` opens it once more, as a restarted worker would. */
export function freshStore(): { store: Store; again: () => Store } {
  count += 1;
  const name = `test-${count}`;
  const again = () => openNamed(name);
  return { store: again(), again };
}

/** A device's own database that no other test has seen. */
export function freshRegistry(): Registry {
  count += 1;
  const registry = openRegistry(`test-device-${count}`);
  opened.push(registry);
  return registry;
}

/** A fresh database of somebody who agreed and joined. */
export async function joinedStore(as: Account = account()): Promise<Store> {
  const { store } = freshStore();
  await setMeta(store, "consent", { sharing: "all" });
  await setMeta(store, "account", as);
  return store;
}

afterEach(async () => {
  const names = new Set(opened.map((store) => store.name));
  for (const store of opened.splice(0)) store.close();
  for (const name of names) await Dexie.delete(name);
});
