/**
 * Programs that put their own address before every link that they hand on, so that a click goes by them. `param` holds the link. Only
 * these are taken apart: behind an unknown host somebody else could stand than the one whom the reader sees.
 */
const wrappers: readonly { readonly host: RegExp; readonly path: RegExp; readonly param: string }[] = [
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\//, param: "url" },
  { host: /^statics\.teams\.cdn\.office\.net$/, path: /safelinks/, param: "url" },
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/url$/, param: "q" },
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/url$/, param: "url" },
  { host: /^lm?\.(?:facebook|instagram|messenger)\.com$/, path: /^\//, param: "u" },
  { host: /^slack-redir\.net$/, path: /^\/link$/, param: "url" },
  { host: /^www\.linkedin\.com$/, path: /^\/(?:safety\/go|redir\/redirect)/, param: "url" },
  { host: /^(?:wa\.me|api\.whatsapp\.com)$/, path: /^\//, param: "text" },
  { host: /^t\.me$/, path: /^\/share\/url$/, param: "url" },
];

/** The text that such a program was given, with the link in it; null for any other link. */
export function unwrapped(link: string): string | null {
  const url = URL.parse(link);
  if (url === null) return null;
  if (/^urldefense\.(?:com|us|proofpoint\.com)$/.test(url.hostname)) return defended(link, url);
  for (const { host, path, param } of wrappers) {
    const inner = host.test(url.hostname) && path.test(url.pathname.toLowerCase()) ? paramOf(url, param) : null;
    // Where the link's own # was not escaped, what follows it came to stand behind the program's.
    if (inner !== null) return inner.includes("#") || inner.includes("%23") ? inner : `${inner}${url.hash}`;
  }
  return null;
}

/** A parameter of an address, in whatever case its name is written; null when it is not there. */
function paramOf(url: URL, name: string): string | null {
  return [...url.searchParams].find(([key]) => key.toLowerCase() === name)?.[1] ?? null;
}

/** Proofpoint's two ways: signs as `-23` and `/` as `_`; or signs as `*`, which in an invitation is the # alone. */
function defended(link: string, url: URL): string | null {
  const older = url.pathname.startsWith("/v2/") ? url.searchParams.get("u") : null;
  if (older !== null) return older.replaceAll("_", "/").replaceAll("-", "%");
  return /\/v3\/__(.+?)__;/.exec(link)?.[1]?.replace("*", "#") ?? null;
}
