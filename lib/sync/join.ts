import { JoinResponse, protocolVersion } from "../schema/wire.ts";
import type { Account } from "../store/meta.ts";
import type { ParsedInvitation } from "./invitation.ts";
import { post } from "./transport.ts";

/** How a device introduces itself. */
export interface Introduction {
  /** Of its member, where the invitation makes a new one. */
  readonly name: string;
  /** Its browser and system. */
  readonly device: string;
  /** The same again gets the same answer, as the first may have been lost on its way. */
  readonly joinId: string;
}

/** What a device is from now on, and what the invitation says that its member reads; empty: nothing. */
export interface Joined {
  readonly account: Account;
  readonly languages: readonly string[];
}

/** Uses an invitation. Throws `invitation_invalid`, `full`, `server_unreachable`, ... */
export async function join(
  fetch: typeof globalThis.fetch,
  { server, code }: ParsedInvitation,
  introduction: Introduction,
): Promise<Joined> {
  const body = { protocol: protocolVersion, code, ...introduction };
  const answer = await post(fetch, { url: `${server}/v1/join`, token: null, body, reply: JoinResponse });
  const { token, deviceId, member, workspace, languages = [] } = answer;
  return { account: { server, token, deviceId, member, workspace }, languages };
}
