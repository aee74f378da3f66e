import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { FanswerError } from "../../lib/schema/errors.ts";
import { firstAnswerMs } from "../../lib/schema/lifecycle.ts";
import { MentionId, mentionId } from "../../lib/schema/mention.ts";
import type { Triage } from "../../lib/schema/triage.ts";
import { withKeywordReason } from "../../lib/triage/keyword-reason.ts";
import { RunAgain } from "../db.ts";
import { describeMention, insertMention, lockMention } from "../store/mentions.ts";
import { all, first } from "../store/statement.ts";
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

export const report: Handler<"mention.report"> = async (call, seen) => {
  const { client, device, at } = call;
  const id = mentionId(seen.site, seen.postId);
  if (!v.is(MentionId, id)) throw new FanswerError("malformed", "postId");
  const post = ofSighting(seen, at);
  const settings = await triageSettingsOf(client, device.workspaceId);
  const explained = (triage: Triage) => withKeywordReason(triage, seen.excerpt, seen.hits);
  const known = await first(client, lockMention, device.workspaceId, id);
  if (known === null) {
    const due = new Date((post.postedAt === null ? at.getTime() : Date.parse(post.postedAt)) + firstAnswerMs);
    const fresh = await first(client, insertMention, device.workspaceId, id, seen.site, seen.postId, at, due);
    // Somebody reported it in the same moment: begin again and find it.
    if (fresh === null) throw new RunAgain();
    await write(call, id, post, scoreAnew(fresh, post, settings, [seen.triage], explained));
    return new Shown(id);
  }
  const before = ofRow(known);
  const after = merge(before, post);
  if (isDeepStrictEqual(after, before)) return new Shown(id);
  const scoring = scoreAnew(known, after, settings, [seen.triage, known.scored ?? known.triage], explained);
  // Counts alone are no news until they change the score.
  if (!isDeepStrictEqual({ ...after, counts: before.counts, triage: scoring.triage }, { ...before, triage: known.triage })) {
    await write(call, id, after, scoring);
  }
  return new Shown(id);
};
