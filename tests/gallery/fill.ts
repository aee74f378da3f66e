import { openRegistry, setFact } from "../../lib/store/communities.ts";
import { openStore } from "../../lib/store/database.ts";
import { firstCommunity } from "../../lib/store/membership.ts";
import { setMeta } from "../../lib/store/meta.ts";
import { putMentions } from "../../lib/store/turns.ts";
import type { Rows } from "./device.ts";

/** The other communities of the device, of which none is the chosen one. */
async function fillOthers(others: Rows["others"]): Promise<void> {
  const registry = openRegistry();
  const ids = others.map((_, at) => `${firstCommunity} ${at}`);
  await setFact(registry, "membership", { ids: [firstCommunity, ...ids], chosen: firstCommunity });
  registry.close();
  for (const [at, id] of ids.entries()) {
    const store = openStore(id);
    await store.meta.bulkPut(Object.entries(others[at] ?? {}).map(([key, value]) => ({ key, value })));
    store.close();
  }
}

/** Runs in a blank page of the gallery: makes the store of its origin hold exactly these rows. */
async function fillStore({ meta, mentions, others, ...tables }: Rows): Promise<void> {
  await fillOthers(others);
  const store = openStore();
  await store.transaction("rw", store.tables, async () => {
    await Promise.all(store.tables.map((table) => table.clear()));
    await setMeta(store, "skewMs", 0);
    await store.meta.bulkPut(Object.entries(meta).map(([key, value]) => ({ key, value })));
    await putMentions(store, mentions, meta.account?.workspace.triage.patienceMinutes ?? 0);
    for (const [name, rows] of Object.entries(tables)) await store.table(name).bulkPut([...rows]);
  });
  store.close();
}

Object.assign(globalThis, { fillStore });
