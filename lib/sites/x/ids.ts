/** Twitter's epoch in epoch ms; an id holds the milliseconds since then above its lowest 22 bits. */
const epochMs = 1_288_834_974_657n;

/** When the post with this id was made, as ISO 8601; null for ids from before they held a time (November 2010). */
export function timeOfId(id: string): string | null {
  if (!/^\d{10,20}$/.test(id)) return null;
  const sinceMs = BigInt(id) >> 22n;
  const atMs = Number(sinceMs + epochMs);
  return id.length < 15 || atMs > 8.64e15 ? null : new Date(atMs).toISOString();
}

export interface StatusLink {
  /** Null where the link names nobody: `/i/status/`, `/i/web/status/`. */
  readonly handle: string | null;
  readonly id: string;
  /** What follows the id, such as `/photo/1`. */
  readonly rest: string;
}

/** Reads `/handle/status/id`, on X's own hosts or without one; null for any other link. */
export function readStatusLink(href: string | null | undefined): StatusLink | null {
  const match = href?.match(
    /^(?:https?:\/\/(?:(?:www|mobile|m)\.)?(?:twitter|x)\.com)?\/(?:i(?:\/web)?|(\w{1,20}))\/status(?:es)?\/(\d{1,20})([/?#].*)?$/,
  );
  return match?.[2] ? { handle: match[1] ?? null, id: match[2], rest: match[3] ?? "" } : null;
}

/** Where the post stands, in the same words on every device. */
export function statusAddress({ handle, id }: StatusLink): string {
  return `https://x.com/${handle ?? "i/web"}/status/${id}`;
}
