/** Counts by key within a sliding minute; of this process only. */
export interface Limiter {
  isFull(key: string): boolean;
  count(key: string): void;
  /** Counts one more before it is done; false when there is no room for it. */
  take(key: string): boolean;
}

const windowMs = 60_000;
const mostKeys = 10_000;

/** A limiter that is full after `limit` in a minute. Of many keys those are forgotten first that were counted longest ago. */
export function createLimiter(limit: number, now: () => Date): Limiter {
  const counted = new Map<string, number[]>();
  const recent = (key: string) => (counted.get(key) ?? []).filter((at) => at > now().getTime() - windowMs);
  const isFull = (key: string) => recent(key).length >= limit;
  const count = (key: string) => {
    const times = [...recent(key), now().getTime()].slice(-limit);
    counted.delete(key);
    counted.set(key, times);
    const [oldest] = counted.keys();
    if (counted.size > mostKeys && oldest !== undefined) counted.delete(oldest);
  };
  return {
    isFull,
    count,
    take(key) {
      if (isFull(key)) return false;
      count(key);
      return true;
    },
  };
}
