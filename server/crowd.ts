import { spread } from "../lib/schema/limits.ts";

/** Over how long so many devices are to come back after an outage. */
export function spreadFor(devices: number): number {
  return Math.round(Math.min(spread.mostMs, Math.max(spread.leastMs, (devices * 1000) / spread.devicesPerSecond)));
}

/** More devices than that change nothing about the spread, so no more are remembered. */
const mostCounted = (spread.mostMs / 1000) * spread.devicesPerSecond;
/** A device that only polls asks twice a minute, and less often while its browser sleeps. */
const rememberedMs = 5 * 60_000;

/** The devices of one server, by id: those with a socket, and those that only asked lately. */
export interface Crowd {
  /** A device asked. */
  asked(device: string): void;
  /** A device has a socket; returns what says that it has one less. */
  entered(device: string): () => void;
  /** Over how long they are to come back, should the server go. */
  spreadMs(): number;
}

export function createCrowd(now: () => Date): Crowd {
  const sockets = new Map<string, number>();
  let latest = new Set<string>();
  let earlier = new Set<string>();
  let turnsAtMs = 0;

  function turn(): void {
    const nowMs = now().getTime();
    if (nowMs < turnsAtMs) return;
    // Whoever asked in neither of two turns is gone.
    earlier = nowMs < turnsAtMs + rememberedMs ? latest : new Set();
    latest = new Set();
    turnsAtMs = nowMs + rememberedMs;
  }

  return {
    asked(device) {
      turn();
      if (sockets.has(device) || latest.size >= mostCounted) return;
      earlier.delete(device);
      latest.add(device);
    },
    entered(device) {
      earlier.delete(device);
      latest.delete(device);
      sockets.set(device, (sockets.get(device) ?? 0) + 1);
      return () => {
        const left = (sockets.get(device) ?? 1) - 1;
        if (left === 0) sockets.delete(device);
        else sockets.set(device, left);
      };
    },
    spreadMs() {
      turn();
      return spreadFor(sockets.size + latest.size + earlier.size);
    },
  };
}
