import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { FanswerError } from "../../lib/schema/errors.ts";
import { firstAnswerMs } from "../../lib/schema/lifecycle.ts";
import { MentionId, mentionId } from "../../lib/schema/mention.ts";
import { withKeywordReason } from "../../lib/triage/keyword-reason.ts";
import { RunAgain } from "../db.ts";
import { describeMention, insertMention, lockMention, type MentionRow } from "../store/mentions.ts";
import { all, first } from "../store/statement.ts";
import { type Call, type Handler, present } from "./call.ts";
import { type Description, merge, ofRow, ofSighting, score } from "./description.ts";
import { checkMove, restingStatus } from "./rules.ts";

async function write(call: Call, id: string, post: Description, rest: Pick<MentionRow, "triage" | "status" | "route">): Promise<void> {
  const { permalink, author, excerpt, partial, lang, postedAt, labels, counts } = post;
  const { triage, status, route } = rest;
  const json = JSON.stringify;
  const known = [permalink, json(author), excerpt, partial, lang, postedAt, labels, json(counts)] as const;
  await all(call.client, describeMention, call.device.workspaceId, id, ...known, json(triage), status, route, await call.raise());
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
    const due = new Date((post.postedAt === null ? at.getTime() : Date.parse(post.postedAt)) + firstAnswerMs);
    const isNew = await first(client, insertMention, device.workspaceId, id, seen.site, seen.postId, at, due);
    // Somebody reported it in the same moment: begin again and find it.
    if (isNew === null) throw new RunAgain();
    const triage = withKeywordReason(score(post, at, [seen.triage]), seen.excerpt, seen.hits);
    await write(call, id, post, { triage, status: restingStatus(triage.route), route: triage.route });
    return present(call, id);
  }
  const before = ofRow(known);
  const after = merge(before, post);
  if (isDeepStrictEqual(after, before)) return present(call, id);
  const triage = withKeywordReason(score(after, known.first_seen_at, [seen.triage, known.triage]), seen.excerpt, seen.hits);
  const moved = escalates(known, triage.route) ? { status: restingStatus(triage.route), route: triage.route } : known;
  checkMove(known.status, moved.status);
  // Counts alone are no news until they change the score.
  if (!isDeepStrictEqual({ ...after, counts: before.counts, triage }, { ...before, triage: known.triage })) {
    await write(call, id, after, { triage, status: moved.status, route: moved.route });
  }
  return present(call, id);
};
