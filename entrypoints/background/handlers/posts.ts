import type { Handlers } from "../../../lib/messaging/answer.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { mentionId, type Sighting } from "../../../lib/schema/mention.ts";
import type { BadgeState, SeenPost } from "../../../lib/schema/messages.ts";
import { badgeState } from "../../../lib/state/badge.ts";
import { getMeta, readSession } from "../../../lib/store/meta.ts";
import { recordSighting } from "../../../lib/store/sightings.ts";
import { viewMention } from "../../../lib/store/views.ts";
import { triage } from "../../../lib/triage/triage.ts";
import { type Context, requireAccount, skewOf } from "../context.ts";
import { excerptOf } from "../excerpt.ts";

type Names = "page.start" | "post.seen" | "post.share" | "drift.note";

/** Posts that pages show. */
export function postHandlers(context: Context): Pick<Handlers, Names> {
  const { store } = context;
  return {
    async "page.start"() {
      const { consented, member, sharing } = await readSession(store);
      const active = consented && member !== null;
      return { active, lists: active ? await store.lists.toArray() : [], sharing };
    },
    async "post.seen"(seen) {
      const { member } = await requireAccount(context);
      const id = idOf(seen);
      if (await viewMention(store, id)) return report(context, seen);
      const mark = await context.lookUp(id);
      if (mark) return badgeState(mark, member, context.nowMs(), await skewOf(context));
      const consent = await getMeta(store, "consent");
      if (consent?.sharing === "all") return report(context, seen);
      return { mentionId: id, state: "ask", who: null, untilMs: null };
    },
    "post.share": (seen) => report(context, seen),
    async "drift.note"(drift) {
      await store.drifts.put({ ...drift, at: new Date(context.nowMs()).toISOString() });
      return null;
    },
  };
}

function idOf({ post }: SeenPost): string {
  if (post.id === null) throw new FanswerError("malformed", "post.id");
  if (post.protected) throw new FanswerError("forbidden", "post.protected");
  return mentionId(post.site, post.id);
}

/** Scores, stores and queues; answers when it is on disk. */
async function report(context: Context, seen: SeenPost): Promise<BadgeState> {
  const id = idOf(seen);
  const { member } = await requireAccount(context);
  const skewMs = await skewOf(context);
  const nowMs = context.nowMs();
  const { mention, isQueued } = await recordSighting(context.store, sightingOf(seen, nowMs + skewMs), context.newId(), nowMs + skewMs);
  if (isQueued) context.sync();
  if (!mention) throw new FanswerError("not_found", id);
  return badgeState(mention, member, nowMs, skewMs);
}

function sightingOf({ post, hits }: SeenPost, atMs: number): Sighting {
  const { site, permalink, lang, postedAt, isReply, partial, counts, author, text } = post;
  return {
    ...{ site, permalink, lang, postedAt, isReply, partial, counts, author },
    postId: post.id ?? "",
    ...excerptOf(text, hits),
    triage: triage({ text, lang, counts, verified: author.verified, postedAt }, atMs),
  };
}
