import type { Context } from "hono";
import { FanswerError } from "../../lib/schema/errors.ts";
import type { Deps } from "../deps.ts";
import { pokeHandover } from "../jobs/handover.ts";
import { first } from "../store/statement.ts";
import { unreadTickets } from "../store/tickets.ts";

/**
 * `POST /v1/hooks/WORKSPACE-CODE`: a desk says that a ticket changed. What it says is not read: it only has the desk asked, so whoever
 * gets hold of the address can bring on a question, and nothing else.
 */
export const hookRoute = (deps: Deps) => async (context: Context) => {
  const [workspaceId = "", code = ""] = (context.req.param("code") ?? "").split("-", 2);
  const desk = await first(deps.pool, unreadTickets, workspaceId, code, new Date(0));
  if (desk === null) throw new FanswerError("not_found");
  await pokeHandover(deps);
  return context.body(null, 204);
};
