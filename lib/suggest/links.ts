// Only this part: the package as a whole is 16 kB (gzip) more.
import extractUrls from "twitter-text/dist/extractUrlsWithIndices.js";

const schemed = /https?:\/\/[^\s<>"]+/giu;
/** What a site may make a link of although no scheme stands before it, beside what X does: domains in letters of other scripts. */
const bare =
  /(?<![\p{L}\p{N}@./-])(?:[\p{L}\p{N}-]{1,63}\.){1,4}(?:com|net|org|info|shop|app|dev|[a-z]{2})(?:\/[^\s<>"]*)?(?![\p{L}\p{N}@.])/gu;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where links stand: with a scheme, or a domain under any ending there is, in the order of the text. */
function linkSpans(text: string): Span[] {
  const byRule = [schemed, bare].flatMap((rule) =>
    [...text.matchAll(rule)].map(({ index, 0: link }) => ({ start: index, end: index + link.length })),
  );
  const byX = extractUrls(text).map(({ indices: [start, end] }) => ({ start, end }));
  const spans: Span[] = [];
  for (const span of [...byRule, ...byX].sort((one, other) => one.start - other.start || other.end - one.end)) {
    if (span.start >= (spans.at(-1)?.end ?? 0)) spans.push(span);
  }
  return spans;
}

/** Each link as one and the same sign, however long a site writes it. */
export function withLinkSigns(text: string, sign: string): string {
  let [signed, from] = ["", 0];
  for (const { start, end } of linkSpans(text)) {
    signed += `${text.slice(from, start)} ${sign} `;
    from = end;
  }
  return signed + text.slice(from);
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
  const links = linkSpans(text).map(({ start, end }) => text.slice(start, end));
  return [...new Set(links)].filter((link) => !isAllowed(hostOf(link) ?? ""));
}
