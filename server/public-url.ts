import { parseInvitation } from "../lib/sync/invitation.ts";
import { StartupError } from "./startup-error.ts";

const sample = `${"0".repeat(12)}-${"0".repeat(26)}`;

/** The address as a device reads it out of an invitation to it; null when no device would join there. Asked of what devices ask. */
function asDevicesReadIt(url: string): string | null {
  try {
    const { server, code } = parseInvitation(`${url}/join#${sample}`, null);
    return code === sample ? server : null;
  } catch {
    return null;
  }
}

const example = "PUBLIC_URL=https://fanswer.example.org";

/** PUBLIC_URL as invitations begin with it, without a slash at its end. Throws StartupError when an invitation to it would be refused. */
export function readPublicUrl(text: string): string {
  const url = URL.parse(text);
  // The value is not repeated: it may hold a password.
  if (!url || !/^https?:$/.test(url.protocol))
    throw new StartupError(`PUBLIC_URL must be an address that begins with https://: ${example}.`);
  if (url.username || url.password)
    throw new StartupError(`PUBLIC_URL must hold no name and no password, as every invitation shows it: ${example}.`);
  if (url.search || url.hash) throw new StartupError(`PUBLIC_URL must end before ? and #: ${example}.`);
  const path = url.pathname.replace(/\/{2,}/g, "/").replace(/\/$/, "");
  const read = asDevicesReadIt(`${url.origin}${path}`);
  if (read !== null) return read;
  throw new StartupError(
    url.protocol === "http:"
      ? `PUBLIC_URL must begin with https://, since devices take http:// only for their own machine. Put TLS in front and set ${example}.`
      : `Devices cannot read the path of PUBLIC_URL. Use letters, digits and hyphens: ${example}/community.`,
  );
}

/**
 * The address of a server that listens on `host`, for invitations when there is no PUBLIC_URL: only devices on this machine can use
 * it. Throws StartupError for a host that the machine itself does not answer on.
 */
export function ownUrl(host: string, port: number): string {
  const read = asDevicesReadIt(`http://${host.includes(":") ? `[${host}]` : host}:${port}`);
  if (read !== null) return read;
  throw new StartupError(
    `With HOST=${host} devices need to know how they reach this server: put TLS in front and set ${example}. To try it on this machine, leave HOST out.`,
  );
}

/** Whether a server on `host` may be asked from elsewhere, so that its operator should say how. */
export const isOpenToOthers = (host: string): boolean => !/^(?:localhost|127(?:\.\d+){3}|::1)$/.test(host);
