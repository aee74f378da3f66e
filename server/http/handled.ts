import type { Context } from "hono";
import { FanswerError } from "../../lib/schema/errors.ts";
import { HandledRequest } from "../../lib/schema/mark.ts";
import { can } from "../../lib/schema/roles.ts";
import { protocolVersion } from "../../lib/schema/wire.ts";
import type { Deps } from "../deps.ts";
import { marksOf } from "../store/mentions.ts";
import { one } from "../store/statement.ts";
import { readBody } from "./body.ts";
import { entryOf } from "./signed-in.ts";

/** `POST /v1/handled`: HandledRequest in, HandledResponse out. */
export const handledRoute = (deps: Deps) => async (context: Context) => {
  const { device } = entryOf(context);
  if (!can(device.member, "readPosts")) throw new FanswerError("forbidden");
  const { buckets } = await readBody(context, HandledRequest);
  await deps.pace.one(deps.pool, { workspaceId: device.workspaceId, member: device.member, kind: "handled" });
  const { found } = await one(deps.pool, marksOf, device.workspaceId, buckets, can(device.member, "triage"), device.member.id);
  return context.body(`{"protocol":${protocolVersion},"found":${found}}`, 200, { "content-type": "application/json" });
};
