import { Dexie } from "dexie";
import { afterEach } from "vitest";
import { openStore, type Store } from "../../lib/store/database.ts";
import { type Account, setMeta } from "../../lib/store/meta.ts";
import { account } from "./samples.ts";

let count = 0;
const opened: Store[] = [];

/** A database that no other test has seen; `again` opens it once more, as a restarted worker would. */
export function freshStore(): { store: Store; again: () => Store } {
  count += 1;
  const name = `test-${count}`;
  const again = () => {
    const store = openStore(name);
    opened.push(store);
    return store;
  };
  return { store: again(), again };
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
