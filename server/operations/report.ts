import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { firstAnswer } from "../../lib/clock/first-answer.ts";
import { FanswerError } from "../../lib/schema/errors.ts";
import { MentionId, mentionId } from "../../lib/schema/mention.ts";
import type { Route } from "../../lib/schema/triage.ts";
import { withKeywordReason } from "../../lib/triage/keyword-reason.ts";
import { RunAgain } from "../db.ts";
import { describeMention, insertMention, lockMention, type MentionRow } from "../store/mentions.ts";
import { addToAuditLog } from "../store/operations.ts";
import { all, first, one } from "../store/statement.ts";
import { clockOfWorkspace } from "../store/workspaces.ts";
import { type Call, type Handler, Shown } from "./call.ts";
import { type Description, merge, ofRow, ofSighting, score } from "./description.ts";
import { checkMove, restingStatus } from "./rules.ts";

async function write(call: Call, id: string, post: Description, rest: Pick<MentionRow, "triage" | "status" | "route">): Promise<void> {
  const { permalink, author, excerpt, partial, lang, postedAt, labels, counts } = post;
  const { triage, status, route } = rest;
  const json = JSON.stringify;
  const known = [permalink, json(author), excerpt, partial, lang, postedAt, labels, json(counts)] as const;
  await all(call.client, describeMention, call.device.workspaceId, id, ...known, json(triage), status, route, await call.raise());
}

/** The rules of the triage leave a line in the log, as people's decisions do. */
async function noteRule({ client, device, operationId, at }: Call, id: string, route: Route): Promise<void> {
  if (route === "community") return;
  await all(client, addToAuditLog, device.workspaceId, at, [operationId], [null], ["rule.triage"], [id], [JSON.stringify({ route })]);
}

/** Only what nobody has looked at yet follows a new score, and only towards staff. */
function escalates(row: MentionRow, route: MentionRow["route"]): boolean {
  return row.status === "open" && !row.routed_by_person && row.route === "community" && route !== "community";
}

export const report: Handler<"mention.report"> = async (call, seen) => {
  const { client, device, at } = call;
  const id = mentionId(seen.site, seen.postId);
  if (!v.is(MentionId, id)) throw new FanswerError("malformed", "postId");
  const post = ofSighting(seen, at);
  const known = await first(client, lockMention, device.workspaceId, id);
  if (known === null) {
    const { clock } = await one(client, clockOfWorkspace, device.workspaceId);
    const { dueMs, warnMs } = firstAnswer(clock, post.postedAt === null ? at.getTime() : Date.parse(post.postedAt));
    const ends = [new Date(dueMs), new Date(warnMs)] as const;
    const isNew = await first(client, insertMention, device.workspaceId, id, seen.site, seen.postId, at, ...ends);
    // Somebody reported it in the same moment: begin again and find it.
    if (isNew === null) throw new RunAgain();
    const triage = withKeywordReason(score(post, at, [seen.triage]), seen.excerpt, seen.hits);
    await noteRule(call, id, triage.route);
    await write(call, id, post, { triage, status: restingStatus(triage.route), route: triage.route });
    return new Shown(id);
  }
  const before = ofRow(known);
  const after = merge(before, post);
  if (isDeepStrictEqual(after, before)) return new Shown(id);
  const triage = withKeywordReason(score(after, known.first_seen_at, [seen.triage, known.triage]), seen.excerpt, seen.hits);
  const moved = escalates(known, triage.route) ? { status: restingStatus(triage.route), route: triage.route } : known;
  checkMove(known.status, moved.status);
  if (moved !== known) await noteRule(call, id, moved.route);
  // Counts alone are no news until they change the score.
  if (!isDeepStrictEqual({ ...after, counts: before.counts, triage }, { ...before, triage: known.triage })) {
    await write(call, id, after, { triage, status: moved.status, route: moved.route });
  }
  return new Shown(id);
};
