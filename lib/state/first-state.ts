import { signal } from "@preact/signals";
import { readFirstPaint } from "../store/first-paint.ts";
import { nothingWaits, type PersonalState } from "./store-state.ts";

/** What the popup shows until the live store is loaded; null when that is worth the wait. `now`: the device's time. */
export async function openFirstState(now: () => number, read = readFirstPaint): Promise<PersonalState | null> {
  const seen = await read();
  if (seen === null) return null;
  return {
    session: signal(seen.session),
    left: signal(null),
    mentions: signal(seen.mentions),
    presence: signal(seen.presence),
    passed: signal(0),
    outbox: signal({ ...nothingWaits, problem: seen.trouble?.code ?? null }),
    nowMs: signal(now() + seen.skewMs),
  };
}
