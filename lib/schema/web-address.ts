/** What somebody typed as the address of a page of the web; null for anything else. */
export function webAddress(typed: string): URL | null {
  const url = URL.parse(typed);
  return url && /^https?:$/.test(url.protocol) ? url : null;
}
