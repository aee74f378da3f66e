/** Counts failures by key within a sliding minute; of this process only. */
export interface Limiter {
  isFull(key: string): boolean;
  count(key: string): void;
}

const windowMs = 60_000;

/** A limiter that is full after `limit` failures in a minute. */
export function createLimiter(limit: number, now: () => Date): Limiter {
  const failures = new Map<string, number[]>();
  const recent = (key: string) => (failures.get(key) ?? []).filter((at) => at > now().getTime() - windowMs);
  return {
    isFull: (key) => recent(key).length >= limit,
    count(key) {
      if (failures.size > 10_000) failures.clear();
      failures.set(key, [...recent(key), now().getTime()]);
    },
  };
}
