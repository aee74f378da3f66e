import type { InvitationFrom } from "../schema/invitations.ts";
import { protocolVersion, SignOnResponse, WhoseResponse } from "../schema/wire.ts";
import { type ForumLink, type ParsedInvitation, workspaceIn } from "./invitation.ts";
import { post } from "./transport.ts";

const hostOf = (server: string): string => new URL(server).host;
const joinAt = ({ server, workspace }: ForumLink): string => `${server}/join/forum/${workspace}`;

/** Whose community an invitation leads to, and at which server; nothing but its code is sent. Throws `invitation_invalid`, `server_unreachable`, ... */
export async function askWhose(fetch: typeof globalThis.fetch, { server, code }: ParsedInvitation): Promise<InvitationFrom> {
  const { name, mark, forum } = await post(fetch, {
    url: `${server}/v1/whose`,
    token: null,
    body: { protocol: protocolVersion, code },
    reply: WhoseResponse,
  });
  const workspace = workspaceIn(code);
  const way = forum === null || workspace === null ? null : { name: forum, link: joinAt({ server, workspace }) };
  return { name, mark, host: hostOf(server), forum: way, onlyForum: false };
}

/** The same of the page where a forum's accounts join; `browser` is a random text of no further use. Throws `not_found`, `server_unreachable`, ... */
export async function askWhoseForum(fetch: typeof globalThis.fetch, link: ForumLink, browser: string): Promise<InvitationFrom> {
  const { name, mark, forum } = await post(fetch, {
    url: `${link.server}/v1/forum/begin`,
    token: null,
    body: { protocol: protocolVersion, workspace: link.workspace, browser },
    reply: SignOnResponse,
  });
  return { name, mark, host: hostOf(link.server), forum: { name: forum, link: joinAt(link) }, onlyForum: true };
}
