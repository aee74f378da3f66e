import { FanswerError } from "../schema/errors.ts";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);
const codeForm = /^[\w-]{6,100}$/;

/** Where to join, and with what. */
export interface ParsedInvitation {
  /** Origin of the server. */
  readonly server: string;
  readonly code: string;
}

/**
 * Reads an invitation: the link `https://host/join#CODE` (http only on this machine), or the code alone when the
 * server is known. Everything else is `invitation_invalid`.
 */
export function parseInvitation(text: string, knownServer: string | null): ParsedInvitation {
  const trimmed = text.trim();
  if (knownServer && codeForm.test(trimmed)) return { server: knownServer, code: trimmed };
  const url = URL.parse(trimmed);
  const code = url?.hash.slice(1) ?? "";
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && loopback.has(url.hostname));
  if (!url || !isSafe || url.username || url.password || url.pathname !== "/join" || !codeForm.test(code)) {
    throw new FanswerError("invitation_invalid");
  }
  return { server: url.origin, code };
}
