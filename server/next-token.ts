import { randomBytes } from "node:crypto";
import type { Deps } from "./deps.ts";
import type { Entry } from "./door.ts";
import { readCredential, tokenAfter } from "./ids.ts";
import { offerToken } from "./store/members.ts";
import { first } from "./store/statement.ts";

/** For how long a token is used before the device is offered another. */
export const tokenMs = 90 * 24 * 60 * 60_000;

/**
 * The token that a device is to use from its next request on; null while the present one is young. As long as the device has not come with it, the
 * present one works and every answer offers the same, from whatever server: whoever loses an answer loses nothing.
 */
export async function nextToken({ pool, now }: Pick<Deps, "pool" | "now">, { token }: Entry, present: string): Promise<string | null> {
  if (now().getTime() - token.since.getTime() < tokenMs) return null;
  if (token.salt !== null) return tokenAfter(present, token.salt);
  const salt = randomBytes(32);
  const { workspaceId, hash } = readCredential(present);
  const nextHash = readCredential(tokenAfter(present, salt)).hash;
  const offered = await first(pool, offerToken, { workspaceId, hash, salt, nextHash });
  return offered && tokenAfter(present, offered.next_salt);
}
