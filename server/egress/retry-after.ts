/** Longer than any pause of ours. */
const mostMs = 7 * 24 * 60 * 60_000;

/** How long a Retry-After asks to be left alone, in ms: seconds, or a date; null for what is neither. No more than a week. */
export function retryAfter(header: string | string[] | undefined, nowMs: number): number | null {
  const text = (Array.isArray(header) ? header[0] : header)?.trim() ?? "";
  // A date has a time of day; without one, Date.parse would take "-5" and "1.5" for years.
  const ms = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1000 : text.includes(":") ? Date.parse(text) - nowMs : Number.NaN;
  return Number.isNaN(ms) ? null : Math.min(Math.max(0, ms), mostMs);
}
