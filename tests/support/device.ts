import type { Applied } from "../../lib/store/apply.ts";
import type { Store } from "../../lib/store/database.ts";
import { createSync, type Sync } from "../../lib/sync/sync.ts";
import { seeded } from "../../scripts/seeded.ts";
import { seededId } from "./random.ts";
import type { TestServer } from "./server.ts";

/** A sync over `store` that talks to `server`, on a clock of the test. */
export function device(store: Store, server: Pick<TestServer, "fetch">, seed = 1, version = "1.0.0") {
  const clock = { nowMs: Date.parse("2026-03-02T12:00:00.000Z") };
  const moved: Applied[] = [];
  /** How often the server began or ceased to let the device in. */
  const doors = { count: 0 };
  const random = seeded(seed);
  const newId = seededId(random);
  const sync: Sync = createSync({
    store,
    fetch: server.fetch,
    nowMs: () => clock.nowMs,
    random,
    newId,
    version,
    languages: () => ["en-GB", "en", "nb"],
    onMoved: (each) => moved.push(each),
    onDoor: () => {
      doors.count += 1;
    },
  });
  return { store, sync, clock, moved, doors, newId };
}
