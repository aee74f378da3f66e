import type { Context } from "hono";
import { FanswerError } from "../../lib/schema/errors.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { DraftRequest, type DraftResponse } from "../../lib/schema/wire.ts";
import type { Member, Workspace } from "../../lib/schema/workspace.ts";
import { withoutDisclosure } from "../../lib/suggest/disclosure.ts";
import { draftPrompt, threadMark } from "../../lib/suggest/prompt.ts";
import type { Deps } from "../deps.ts";
import type { SignedInDevice } from "../door.ts";
import { ModelError } from "../models/completion.ts";
import { itemsOf, languageModelOf } from "../store/language-models.ts";
import { mentionById } from "../store/mentions.ts";
import { all, first } from "../store/statement.ts";
import { workspaceById } from "../store/workspaces.ts";
import { readBody } from "./body.ts";
import { entryOf } from "./signed-in.ts";

/** The mention, when this member holds it under this fence. */
async function heldMention({ pool }: Deps, { workspaceId, member }: SignedInDevice, mentionId: string, fence: number): Promise<Mention> {
  const row = await first(pool, mentionById, workspaceId, mentionId);
  if (row === null) throw new FanswerError("not_found");
  const { claim } = row.mention;
  if (claim?.holder.id !== member.id || claim.fence !== fence) throw new FanswerError("lease_lost");
  return row.mention;
}

async function ask(deps: Deps, me: Member, workspace: Workspace, mention: Mention, sources: readonly string[]): Promise<string> {
  const { pool, models, log } = deps;
  const row = await first(pool, languageModelOf, workspace.id);
  if (row === null) throw new FanswerError("model_missing");
  const found = await all(pool, itemsOf, workspace.id, sources);
  const knowledge = sources.flatMap((id) => found.find(({ item }) => item.id === id)?.item ?? []);
  try {
    const key = row.sealed_key && models.keys.open(row.sealed_key, workspace.id);
    if (row.sealed_key && key === null) throw new ModelError("secret_lost");
    const written = await models.complete({ address: row.address, model: row.model, key }, draftPrompt(mention, workspace, knowledge, me));
    return withoutDisclosure(written, workspace);
  } catch (thrown) {
    if (!(thrown instanceof ModelError)) throw thrown;
    log("warn", "model_failed", { workspace: workspace.id, problem: thrown.problem });
    throw new FanswerError(thrown.problem === "refused" ? "model_refused" : "model_failed", thrown.problem);
  }
}

/** `POST /v1/draft`: DraftRequest in, DraftResponse out. Nothing is stored; a draft for a post that moved meanwhile is thrown away. */
export const draftRoute = (deps: Deps) => async (context: Context) => {
  const { device } = entryOf(context);
  const { mentionId, fence, sources } = await readBody(context, DraftRequest);
  await deps.pace.one(deps.pool, { workspaceId: device.workspaceId, member: device.member, kind: "draft" });
  const mention = await heldMention(deps, device, mentionId, fence);
  const workspace = await workspaceById(deps.pool, device.workspaceId);
  if (workspace === null) throw new FanswerError("not_found");
  const text = await ask(deps, device.member, workspace, mention, sources);
  const now = await heldMention(deps, device, mentionId, fence);
  if (threadMark(now) !== threadMark(mention)) throw new FanswerError("draft_stale");
  return context.json({ text } satisfies DraftResponse);
};
