const schemed = /https?:\/\/[^\s<>"]+/giu;
/** What sites make a link of although no scheme stands before it: short endings in small letters. */
const bare =
  /(?<![\p{L}\p{N}@./-])(?:[\p{L}\p{N}-]{1,63}\.){1,4}(?:com|net|org|info|shop|app|dev|[a-z]{2})(?:\/[^\s<>"]*)?(?![\p{L}\p{N}@.])/gu;

/** Each link as one and the same sign, however long a site writes it. */
export function withLinkSigns(text: string, sign: string): string {
  return text.replace(schemed, ` ${sign} `).replace(bare, ` ${sign} `);
}

function hostOf(link: string): string | null {
  const address = /^https?:/i.test(link) ? link : `https://${link}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/\.$/, "") : null;
}

/** A domain as browsers write it, so that letters of other scripts compare. */
const asHost = (domain: string): string => hostOf(domain) ?? domain;

/** Links to elsewhere than `domains` and what is under them; none when no domain is set. */
export function foreignLinks(text: string, domains: readonly string[]): string[] {
  if (domains.length === 0) return [];
  const allowed = domains.map(asHost);
  const isAllowed = (host: string) => allowed.some((domain) => host === domain || host.endsWith(`.${domain}`));
  const links = [...(text.match(schemed) ?? []), ...(text.replace(schemed, " ").match(bare) ?? [])];
  return [...new Set(links)].filter((link) => !isAllowed(hostOf(link) ?? ""));
}
