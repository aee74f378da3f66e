import { JoinResponse, protocolVersion } from "../schema/wire.ts";
import type { Account } from "../store/meta.ts";
import type { ParsedInvitation } from "./invitation.ts";
import { post } from "./transport.ts";

/**
 * Uses an invitation; gives who this device is from now on. The same `joinId` again gets the same answer, as the first may have been
 * lost on its way. Throws `invitation_invalid`, `server_unreachable`, ... */
export async function join(
  fetch: typeof globalThis.fetch,
  { server, code }: ParsedInvitation,
  name: string,
  joinId: string,
): Promise<Account> {
  const body = { protocol: protocolVersion, code, name, joinId };
  const { token, deviceId, member, workspace } = await post(fetch, { url: `${server}/v1/join`, token: null, body, reply: JoinResponse });
  return { server, token, deviceId, member, workspace };
}
