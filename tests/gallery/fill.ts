import { openStore } from "../../lib/store/database.ts";
import { setMeta } from "../../lib/store/meta.ts";
import { putMentions } from "../../lib/store/turns.ts";
import type { Rows } from "./device.ts";

/** Runs in a blank page of the gallery: makes the store of its origin hold exactly these rows. */
async function fillStore({ meta, mentions, ...tables }: Rows): Promise<void> {
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
