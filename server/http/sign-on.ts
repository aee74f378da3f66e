import type { Context } from "hono";
import type { PoolClient } from "pg";
import { FanswerError } from "../../lib/schema/errors.ts";
import { levelOfTrust, signOnMinutes } from "../../lib/schema/forum.ts";
import { mostOf } from "../../lib/schema/limits.ts";
import { SignedOnRequest, type SignedOnResponse, SignOnRequest, type SignOnResponse } from "../../lib/schema/wire.ts";
import { type ForumAccount, newNonce, readSignOn, type SignOn, signOnUrl } from "../connectors/discourse-connect.ts";
import type { Deps } from "../deps.ts";
import { hashOf, newId } from "../ids.ts";
import { forumSecret } from "../models/forum-secret.ts";
import { forumLink } from "../operations/forum.ts";
import { invite } from "../operations/invitation.ts";
import { checkRoom } from "../operations/room.ts";
import { forumTrustOf } from "../store/forum-runs.ts";
import { dropUnusedOf, forumToJoin, memberOfAccount, useAnswer } from "../store/forums.ts";
import { transaction } from "../store/pool.ts";
import { forumInvitations } from "../store/room.ts";
import { all, first } from "../store/statement.ts";
import { askingNetwork } from "./address.ts";
import { readBody } from "./body.ts";

const minuteMs = 60_000;

/** The forum of a workspace with its secret. Throws `not_found` where there is none; tries are counted as for joining, and apart from it. */
async function forumFor(deps: Deps, context: Context, { workspace, browser }: { readonly workspace: string; readonly browser: string }) {
  if (!deps.joins.take(`forum ${workspace} ${askingNetwork(context, deps.trustedProxies)}`)) throw new FanswerError("too_many");
  const row = await first(deps.pool, forumToJoin, { workspaceId: workspace });
  if (row === null) throw new FanswerError("not_found");
  const secret = forumSecret(deps.models.keys, workspace, row.sealed_secret);
  if (secret === null) throw new FanswerError("sign_on_invalid", "secret");
  return { row, signOn: { workspaceId: workspace, secret, browser } satisfies SignOn };
}

/** `POST /v1/forum/begin`: SignOnRequest in, SignOnResponse out. Nothing is kept of who only begins. */
export const beginSignOn = (deps: Deps) => async (context: Context) => {
  const asked = await readBody(context, SignOnRequest);
  const { row, signOn } = await forumFor(deps, context, asked);
  const nonce = newNonce(signOn, deps.now());
  const url = signOnUrl(row.address, signOn.secret, nonce, forumLink(deps.publicUrl(), asked.workspace));
  return context.json({ name: row.workspace, mark: row.mark, forum: row.name, url } satisfies SignOnResponse);
};

/** Who joins by what an account of the forum gets: a new member, or a further device of the member that the account is already. */
async function wayFor(client: PoolClient, workspaceId: string, { account, trust: said }: ForumAccount, leastTrust: number) {
  const known = await first(client, memberOfAccount, { workspaceId, account });
  if (known?.standing === "paused") throw new FanswerError("member_paused");
  if (known?.standing === "removed") throw new FanswerError("sign_on_refused", "removed");
  if (known !== null) return { role: known.role, forMember: known.id, forumAccount: account };
  // The forum's own list says it better than the names of groups, which a forum may change.
  const trust = (await first(client, forumTrustOf, { workspaceId, account }))?.trust ?? said;
  if (trust < leastTrust) throw new FanswerError("sign_on_refused", "trust");
  return { role: "advocate", level: levelOfTrust(trust), forumAccount: account };
}

/** `POST /v1/forum/answer`: SignedOnRequest in, SignedOnResponse out: an invitation for once, for a valid answer of the forum. */
export const endSignOn = (deps: Deps) => async (context: Context) => {
  const asked = await readBody(context, SignedOnRequest);
  const { workspace: workspaceId } = asked;
  const { row, signOn } = await forumFor(deps, context, asked);
  const at = deps.now();
  const known = readSignOn(signOn, asked, at);
  const { link } = await transaction(deps.pool, async (client) => {
    if ((await first(client, useAnswer, { workspaceId, nonceHash: hashOf(known.nonce), at })) === null)
      throw new FanswerError("sign_on_over");
    const way = await wayFor(client, workspaceId, known, row.least_trust);
    await all(client, dropUnusedOf, { workspaceId, account: known.account });
    await checkRoom({ client, workspaceId }, mostOf.members, forumInvitations, [[]]);
    return invite(client, deps.publicUrl(), at, {
      ...way,
      workspaceId,
      id: newId(),
      createdBy: null,
      lifeMs: signOnMinutes.invitation * minuteMs,
    });
  });
  return context.json({ link } satisfies SignedOnResponse);
};
