import type { Handlers } from "../../../lib/messaging/answer.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { Hit } from "../../../lib/schema/keywords.ts";
import { mentionId, type Sighting } from "../../../lib/schema/mention.ts";
import type { BadgeState, SeenPost } from "../../../lib/schema/messages.ts";
import type { Post } from "../../../lib/schema/post.ts";
import type { Member } from "../../../lib/schema/workspace.ts";
import { badgeState } from "../../../lib/state/badge.ts";
import { getMeta, readSession } from "../../../lib/store/meta.ts";
import { recordSighting } from "../../../lib/store/sightings.ts";
import { viewMention } from "../../../lib/store/views.ts";
import { withKeywordReason } from "../../../lib/triage/keyword-reason.ts";
import { triage } from "../../../lib/triage/triage.ts";
import { badgeStyle } from "../../page.content/badge-style.ts";
import { createListCompiler } from "../compiled-lists.ts";
import { type Context, requireAccount, skewOf } from "../context.ts";
import { excerptOf } from "../excerpt.ts";
import { packs } from "../packs.ts";

type Names = "page.start" | "post.seen" | "post.share" | "drift.note";

/** Posts that pages show. */
export function postHandlers(context: Context): Pick<Handlers, Names> {
  const { store } = context;
  const compiled = createListCompiler(store, context.nowMs);
  /** Where the lists' keywords stand in the post, by the closest reading; the tab has only looked roughly. */
  const hitsIn = async ({ text, lang, author }: Post) => (await compiled()).matcher.match(text, lang, { author: author.handle });
  const share = async ({ post }: SeenPost) => {
    const { member } = await requireAccount(context);
    const id = idOf(post);
    const hits = await hitsIn(post);
    return hits.length > 0 ? report(context, member, id, post, hits) : null;
  };
  return {
    async "page.start"({ site }) {
      const { consented, member, sharing } = await readSession(store);
      const pack = packs[site];
      if (!consented || !member || !pack) return null;
      return { pack, screen: (await compiled()).screen, css: badgeStyle, sharing };
    },
    async "post.seen"(seen) {
      await requireAccount(context);
      const id = idOf(seen.post);
      const consent = await getMeta(store, "consent");
      if (consent?.sharing === "all" || (await viewMention(store, id))) return share(seen);
      return (await hitsIn(seen.post)).length > 0 ? { mentionId: id, state: "ask", who: null, untilMs: null } : null;
    },
    "post.share": share,
    async "drift.note"(drift) {
      await store.drifts.put({ ...drift, at: new Date(context.nowMs()).toISOString() });
      return null;
    },
  };
}

function idOf(post: Post): string {
  if (post.id === null) throw new FanswerError("malformed", "post.id");
  if (post.protected) throw new FanswerError("forbidden", "post.protected");
  return mentionId(post.site, post.id);
}

/** Scores, stores and queues; answers when it is on disk. */
async function report(context: Context, member: Member, id: string, post: Post, hits: readonly Hit[]): Promise<BadgeState> {
  const skewMs = await skewOf(context);
  const nowMs = context.nowMs();
  const { mention, isQueued } = await recordSighting(
    context.store,
    sightingOf(post, hits, nowMs + skewMs),
    context.newId(),
    nowMs + skewMs,
  );
  if (isQueued) context.sync();
  if (!mention) throw new FanswerError("not_found", id);
  return badgeState(mention, member, nowMs, skewMs);
}

function sightingOf(post: Post, hits: readonly Hit[], atMs: number): Sighting {
  const { site, permalink, lang, postedAt, isReply, partial, counts, author, text } = post;
  return {
    ...{ site, permalink, lang, postedAt, isReply, partial, counts, author },
    postId: post.id ?? "",
    ...excerptOf(text, hits),
    triage: withKeywordReason(triage({ text, lang, counts, verified: author.verified, postedAt }, atMs), text, hits),
  };
}
