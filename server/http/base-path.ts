/** How every path of ours begins. */
const ours = /^\/(?:v1\/|join|healthz|readyz)/;

/**
 * A path as the routes know it. A server whose PUBLIC_URL has a path stands beside others on one host; the proxy in front may take that
 * path off or leave it on.
 */
export function withoutBase(path: string, publicUrl: string): string {
  const base = URL.parse(publicUrl)?.pathname.replace(/\/$/, "") ?? "";
  const rest = path.startsWith(base) ? path.slice(base.length) : "";
  return ours.test(rest) ? rest : path;
}
