import type { Context } from "hono";
import { FanswerError } from "../../lib/schema/errors.ts";
import { WhoseRequest, type WhoseResponse } from "../../lib/schema/wire.ts";
import type { Deps } from "../deps.ts";
import { readCredential } from "../ids.ts";
import { whoseInvitation } from "../store/invitations.ts";
import { first } from "../store/statement.ts";
import { askingNetwork } from "./address.ts";
import { readBody } from "./body.ts";

/**
 * `POST /v1/whose`: WhoseRequest in, WhoseResponse out: whose community an invitation leads to. It uses nothing up. Wrong, used, revoked and expired codes
 * are one statement and one refusal; how many may be tried is counted as for joining, and apart from it, so that looking costs nobody their place.
 */
export const whoseRoute = (deps: Deps) => async (context: Context) => {
  const address = askingNetwork(context, deps.trustedProxies);
  const { code } = await readBody(context, WhoseRequest).catch((thrown: unknown) => {
    throw deps.joins.take(`whose ${address}`) ? thrown : new FanswerError("too_many");
  });
  const { workspaceId, hash } = readCredential(code.toLowerCase());
  if (!deps.joins.take(`whose ${workspaceId} ${address}`) && !(await deps.invited(workspaceId, hash))) throw new FanswerError("too_many");
  const found = await first(deps.pool, whoseInvitation, { workspaceId, hash, at: deps.now() });
  if (found === null) throw new FanswerError("invitation_invalid");
  return context.json(found satisfies WhoseResponse);
};
