import type { WorkerContext } from "../../lib/background/context.ts";
import { FanswerError } from "../../lib/schema/errors.ts";
import type { Store } from "../../lib/store/database.ts";
import { noonMs } from "./samples.ts";

/** What the worker's functions work with, over a real store; a part that a test does not give must not be used. */
export function workerContext(store: Store, parts: Partial<WorkerContext> = {}): WorkerContext {
  const given: Partial<WorkerContext> = { store, nowMs: () => noonMs, languages: () => ["en"], ...parts };
  return new Proxy(given as WorkerContext, {
    get(target, name) {
      if (name in target) return target[name as keyof WorkerContext];
      return () => {
        throw new FanswerError("internal", `the test gives no ${String(name)}`);
      };
    },
  });
}
