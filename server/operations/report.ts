import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { firstAnswer } from "../../lib/clock/first-answer.ts";
import { FanswerError } from "../../lib/schema/errors.ts";
import { MentionId, mentionId } from "../../lib/schema/mention.ts";
import type { Route, Triage } from "../../lib/schema/triage.ts";
import { withKeywordReason } from "../../lib/triage/keyword-reason.ts";
import { RunAgain } from "../db.ts";
import { describeMention, insertMention, lockMention } from "../store/mentions.ts";
import { addToAuditLog } from "../store/operations.ts";
import { all, first, one } from "../store/statement.ts";
import { clockOfWorkspace } from "../store/workspaces.ts";
import { triageSettingsOf } from "../triage-settings.ts";
import { type Call, type Handler, Shown } from "./call.ts";
import { type Description, merge, ofRow, ofSighting } from "./description.ts";
import { type Scoring, scoreAnew } from "./scoring.ts";

async function write(call: Call, id: string, post: Description, { triage, scored, priority, status, route }: Scoring): Promise<void> {
  const { permalink, author, excerpt, partial, lang, postedAt, labels, counts } = post;
  const json = JSON.stringify;
  const known = [permalink, json(author), excerpt, partial, lang, postedAt, labels, json(counts)] as const;
  const scores = [json(triage), scored && json(scored), priority, status, route] as const;
  await all(call.client, describeMention, call.device.workspaceId, id, ...known, ...scores, await call.raise());
}

/** The rules of the triage leave a line in the log, as people's decisions do. */
async function noteRule({ client, device, operationId, at }: Call, id: string, route: Route): Promise<void> {
  if (route === "community") return;
  await all(client, addToAuditLog, device.workspaceId, at, [operationId], [null], ["rule.triage"], [id], [JSON.stringify({ route })]);
}

export const report: Handler<"mention.report"> = async (call, seen) => {
  const { client, device, at } = call;
  const id = mentionId(seen.site, seen.postId);
  if (!v.is(MentionId, id)) throw new FanswerError("malformed", "postId");
  const post = ofSighting(seen, at);
  const settings = await triageSettingsOf(client, device.workspaceId);
  const explained = (triage: Triage) => withKeywordReason(triage, seen.excerpt, seen.hits);
  const known = await first(client, lockMention, device.workspaceId, id);
  if (known === null) {
    const { clock } = await one(client, clockOfWorkspace, device.workspaceId);
    const { dueMs, warnMs } = firstAnswer(clock, post.postedAt === null ? at.getTime() : Date.parse(post.postedAt));
    const ends = [new Date(dueMs), new Date(warnMs)] as const;
    const fresh = await first(client, insertMention, device.workspaceId, id, seen.site, seen.postId, at, ...ends);
    // Somebody reported it in the same moment: begin again and find it.
    if (fresh === null) throw new RunAgain();
    const scoring = scoreAnew(fresh, post, settings, [seen.triage], explained);
    await noteRule(call, id, scoring.route);
    await write(call, id, post, scoring);
    return new Shown(id);
  }
  const before = ofRow(known);
  const after = merge(before, post);
  if (isDeepStrictEqual(after, before)) return new Shown(id);
  const scoring = scoreAnew(known, after, settings, [seen.triage, known.scored ?? known.triage], explained);
  if (scoring.route !== known.route) await noteRule(call, id, scoring.route);
  // Counts alone are no news until they change the score.
  if (!isDeepStrictEqual({ ...after, counts: before.counts, triage: scoring.triage }, { ...before, triage: known.triage })) {
    await write(call, id, after, scoring);
  }
  return new Shown(id);
};
