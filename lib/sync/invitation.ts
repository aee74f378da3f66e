import { FanswerError } from "../schema/errors.ts";
import { wholeCode } from "../schema/invitation-code.ts";
import { cleaned, linksIn } from "./pasted-text.ts";

/** Where to join, and with what. */
export interface ParsedInvitation {
  /** How the server is reached: its origin, and its path when it shares the host with others. No slash at the end. */
  readonly server: string;
  readonly code: string;
}

/** What a server of another age may call a code; not one of ours that was cut off. Not looked for where words run into each other. */
const anyCode = /^(?![0-9a-z]{12}-)[0-9a-z][\w-]{4,98}[0-9a-z](?![0-9a-z-])/i;
/** What a server's own path may be made of, so that no other text that ran into a link becomes a part of it. */
const plainPath = /^(?:\/(?:[\w.~-]|%[0-9a-f]{2})+)*\/*$/i;
/** All addresses of a machine include its loopback; and no page's policy can name the loopback of IPv6. */
const ownNames: Readonly<Record<string, string>> = { "0.0.0.0": "127.0.0.1", "[::]": "localhost", "[::1]": "localhost" };
const thisMachine = /^(?:localhost|[\w-]+\.localhost|127\.0\.0\.1)$/;

/**
 * Reads an invitation as mail and chat programs hand it on: the link `https://host/join#CODE` (http only on this machine) with
 * whatever stands around and in it, or the code alone when the server is known. Throws `invitation_unreadable` when there is none,
 * `invitation_unsafe` when others on the way could read what is sent there, `sign_on_first` for the link to a forum's sign-in.
 */
export function parseInvitation(text: string, knownServer: string | null): ParsedInvitation {
  const pasted = cleaned(text);
  const links = linksIn(pasted);
  const [broken, whole] = [links.filter(({ isBroken }) => isBroken), links.filter(({ isBroken }) => !isBroken)];
  const found = [...[...whole, ...broken].map(({ link }) => read(link, wholeCode)), ...whole.map(({ link }) => read(link, anyCode))];
  const safe = found.find((invitation) => invitation?.isSafe);
  if (safe) return { server: safe.server, code: safe.code };
  const code = knownServer === null ? null : codeAlone(pasted);
  if (knownServer !== null && code !== null) return { server: knownServer, code };
  if (forumLinkIn(text) !== null) throw new FanswerError("sign_on_first");
  throw new FanswerError(found.some((invitation) => invitation !== null) ? "invitation_unsafe" : "invitation_unreadable");
}

/** The workspace that a code or token names in its first part; what servers of another age made names none. */
export const workspaceIn = (secret: string): string | null => /^([0-9a-z]{12})[-.]/i.exec(secret)?.[1]?.toLowerCase() ?? null;

/** The invitation that a link is; null when it is none, or has a name or a password in it. */
function read(link: string, form: RegExp): (ParsedInvitation & { isSafe: boolean }) | null {
  const [, place = "", rest = ""] = /^([^?#]*)\/join\/*(?:\?[^#]*)?(?:#|=23)[\s=]*(.*)$/is.exec(link) ?? [];
  const server = serverAt(place);
  const [code] = form.exec(rest) ?? ((form === wholeCode && form.exec(rest.replace(/\s+/g, ""))) || []);
  return server === null || code === undefined ? null : { ...server, code: form === wholeCode ? code.toLowerCase() : code };
}

/** The server that a link names before what follows its own path; null when it has a name or a password in it. */
function serverAt(place: string): { server: string; isSafe: boolean } | null {
  const url = URL.parse(place);
  if (!url || url.username || url.password || !plainPath.test(url.pathname)) return null;
  const name = ownNames[url.hostname] ?? url.hostname;
  const isSafe = url.protocol === "https:" || (url.protocol === "http:" && thisMachine.test(name));
  const origin = isSafe && url.protocol === "http:" ? url.origin.replace(url.hostname, name) : url.origin;
  return { server: `${origin}${url.pathname.replace(/\/+$/, "")}`, isSafe };
}

/** Where accounts of a community's forum join. */
export interface ForumLink {
  readonly server: string;
  readonly workspace: string;
}

/** The link `https://host/join/forum/WORKSPACE` in a text; null when there is none that is safe to follow. */
export function forumLinkIn(text: string): ForumLink | null {
  for (const { link } of linksIn(cleaned(text))) {
    const [, place = "", workspace = ""] = /^([^?#]*)\/join\/forum\/([0-9a-z]{12})(?![0-9a-z])/i.exec(link) ?? [];
    const at = serverAt(place);
    if (at?.isSafe) return { server: at.server, workspace: workspace.toLowerCase() };
  }
  return null;
}

/** The code that a text is, or that stands in it as a word; in pieces only where nothing but the code is there. */
function codeAlone(text: string): string | null {
  for (const word of text.split(/[^\w-]+/)) {
    const [code] = wholeCode.exec(word) ?? [];
    if (code !== undefined) return code.toLowerCase();
  }
  const [whole] = wholeCode.exec(text.replace(/^[^:]*:/, "").replace(/[^\w-]+/g, "")) ?? [];
  return whole?.toLowerCase() ?? /^[\w-]{6,100}$/.exec(text.trim())?.[0] ?? null;
}
