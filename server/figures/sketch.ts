import { percentileError } from "../../lib/schema/period-figures.ts";

/*
 * Times to the first answer, counted in buckets of which each is a little longer than the one before: bucket i holds (g^(i-1), g^i] seconds, with
 * g = (1 + a) / (1 - a). Its middle 2 g^i / (g + 1) is off from each time in it by the part `a` at most, so every percentile is too. Masson, Rim, Lee:
 * DDSketch, a fast and fully-mergeable quantile sketch with relative-error guarantees, PVLDB 12 (12), 2019, https://doi.org/10.14778/3352063.3352135
 */
const growth = (1 + percentileError) / (1 - percentileError);
/** Beyond it lies a year. */
const lastBucket = 870;

/** How many times lie in which bucket. */
export type Times = ReadonlyMap<number, number>;

/** The bucket of a time in ms; what is shorter than a second is one. */
export function timeBucket(ms: number): number {
  return Math.min(lastBucket, Math.ceil(Math.log(Math.max(1, ms / 1_000)) / Math.log(growth)));
}

const middleMs = (bucket: number): number => Math.round((1_000 * 2 * growth ** bucket) / (growth + 1));

/** The time in ms that the part `q` (0 to 1) of them is not longer than; null where there are none. */
export function percentileMs(times: Times, q: number): number | null {
  const sorted = [...times].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  let passed = 0;
  for (const [bucket, count] of sorted) {
    passed += count;
    if (passed > q * (total - 1)) return middleMs(bucket);
  }
  return null;
}

function pushNumber(bytes: number[], value: number): void {
  let left = value;
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
  bytes.push(left);
}

/** As the database keeps it: bucket and count in turn, seven bits a byte, the lowest first. Two written one behind the other are their sum. */
export function writeTimes(times: Times): Buffer {
  const bytes: number[] = [];
  for (const [bucket, count] of times) {
    if (count <= 0) continue;
    pushNumber(bytes, bucket);
    pushNumber(bytes, count);
  }
  return Buffer.from(bytes);
}

/** Adds what `writeTimes` wrote. */
export function addTimes(into: Map<number, number>, written: Uint8Array): void {
  // Counted in an array first: sums of a quarter are megabytes.
  const counts = new Float64Array(lastBucket + 1);
  let [value, scale, bucket] = [0, 1, -1];
  for (const byte of written) {
    value += (byte & 127) * scale;
    scale *= 128;
    if (byte >= 128) continue;
    if (bucket < 0) bucket = Math.min(value, lastBucket);
    else {
      counts[bucket] = (counts[bucket] ?? 0) + value;
      bucket = -1;
    }
    value = 0;
    scale = 1;
  }
  for (const [place, count] of counts.entries()) if (count > 0) into.set(place, (into.get(place) ?? 0) + count);
}
