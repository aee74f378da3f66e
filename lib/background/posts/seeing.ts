import { offerPost } from "../../messaging/show-card.ts";
import { isOwnHandle } from "../../schema/brand.ts";
import { FanswerError } from "../../schema/errors.ts";
import type { Hit } from "../../schema/keywords.ts";
import { mentionId, type Sighting } from "../../schema/mention.ts";
import type { BadgeState, MessageArgs, MessageReply, SeenPost } from "../../schema/messages.ts";
import type { Post } from "../../schema/post.ts";
import { badgeState } from "../../state/badge.ts";
import { recordFollowUp } from "../../store/follow-ups.ts";
import { type Account, getMeta, settingsOf } from "../../store/meta.ts";
import { keepOffered, takeOffered } from "../../store/offered.ts";
import { recordSighting } from "../../store/sightings.ts";
import { viewMention } from "../../store/views.ts";
import { requireAccount, serverNowMs, skewOf, type WorkerContext } from "../context.ts";
import { knownMention } from "../known-mention.ts";
import type { CompiledLists } from "./compiled-lists.ts";
import { excerptOf } from "./excerpt.ts";
import { isFollowUp } from "./follow-ups.ts";
import { pastedPost } from "./pasted-post.ts";
import { scoredPost, sightingOf } from "./sighting.ts";

/** What becomes of posts that pages show; null where no keyword stands in one. All throw `consent_needed` and `unauthorized`. */
export interface Seeing {
  /** What the badge shows. Reports the post where the member shares all; else the server is only asked whether somebody is on it. */
  badgeFor(seen: SeenPost): Promise<BadgeState | null>;
  /** Shows in the tab what would be sent of a post; `dismissed` where no keyword stands in it. Nothing is sent, unless the workspace has the post already. */
  offer(seen: SeenPost, tabId: number): Promise<BadgeState>;
  /** Sends what was shown, and no word else, whatever the page or the lists say by now. Throws `not_found`. */
  shareOffered(mentionId: string): Promise<BadgeState>;
  /** A post that a member pasted. */
  add(pasted: MessageArgs<"post.add">): Promise<MessageReply<"post.add">>;
  /** Records what an author wrote below our reply; passed over when this device knows that it is something else. */
  followUp(seen: MessageArgs<"follow_up.seen">): Promise<void>;
}

export function createSeeing(context: WorkerContext, compiled: () => Promise<CompiledLists>): Seeing {
  const { store } = context;
  /** Where the lists' keywords stand in the post, read exactly; the tab has only screened it. */
  const hitsIn = async ({ text, lang, author }: Post) => (await compiled()).matcher.match(text, lang, { author: author.handle });
  const share = async ({ post }: SeenPost) => {
    const account = await requireAccount(context);
    const hits = await hitsIn(post);
    return hits.length > 0 ? report(context, account, post, hits) : null;
  };
  return {
    async badgeFor(seen) {
      const account = await requireAccount(context);
      if (isOwn(account, seen.post)) return null;
      const id = idOf(seen.post);
      const known = await viewMention(store, id);
      // What a site translated says nothing of the author's words, so nothing of it is told.
      if (known && seen.post.translated) return badgeState(known, account.member, context.nowMs(), await skewOf(context));
      if (known) return share(seen);
      const hits = await hitsIn(seen.post);
      if (hits.length === 0) return null;
      if (seen.post.translated) return { ...waiting(id), state: "translated" };
      const mark = await context.lookUp(id);
      if (mark) {
        const skewMs = await skewOf(context);
        // For a post that this device does not hold, the server knows who is on it, and only its words tell what kind it is.
        const scored = scoredPost(seen.post, hits, context.nowMs() + skewMs, settingsOf(account), await context.triageModel());
        return badgeState({ ...mark, triage: scored }, account.member, context.nowMs(), skewMs);
      }
      const consent = await getMeta(store, "consent");
      if (consent?.sharing === "all") return report(context, account, seen.post, hits);
      return waiting(id);
    },
    async offer({ post }, tabId) {
      const account = await requireAccount(context);
      const mentionId = idOf(post);
      const none: BadgeState = { mentionId, state: "dismissed", who: null, untilMs: null };
      if (isOwn(account, post)) return none;
      if (post.translated) return { ...none, state: "translated" };
      if (await viewMention(store, mentionId)) return (await share({ post })) ?? none;
      const hits = await hitsIn(post);
      if (hits.length === 0) return none;
      const nowMs = await serverNowMs(context);
      const sighting = sightingOf(post, hits, nowMs, settingsOf(account), await context.triageModel());
      await keepOffered(store, sighting);
      await offerPost(tabId, { community: context.community, mentionId, sighting });
      return waiting(mentionId);
    },
    async shareOffered(id) {
      const account = await requireAccount(context);
      const sighting = await takeOffered(store, id);
      if (sighting === null) throw new FanswerError("not_found", id);
      // The account was named as the brand's own since this was shown.
      if (isOwn(account, sighting)) throw new FanswerError("own_post");
      return record(context, account, sighting);
    },
    async add(pasted) {
      const account = await requireAccount(context);
      const post = await pastedPost(pasted);
      if (isOwn(account, post)) throw new FanswerError("own_post");
      const id = idOf(post);
      const isNew = !(await viewMention(store, id)) && !(await context.lookUp(id));
      if (isNew) await report(context, account, post, await hitsIn(post));
      const mention = await knownMention(context, id);
      if (!mention) throw new FanswerError("not_found");
      return { mention, isNew };
    },
    async followUp({ mentionId, post, below }) {
      await requireAccount(context);
      const mention = await viewMention(store, mentionId);
      if (!mention || post.id === null || !isFollowUp(mention, post, below)) return;
      const followUp = { mentionId, postId: post.id, excerpt: excerptOf(post.text, []).excerpt, url: post.permalink, lang: post.lang };
      if (await recordFollowUp(store, followUp, context.newId(), await serverNowMs(context))) context.sync();
    },
  };
}

/** The badge of a post that is not shared until the member says so. */
const waiting = (mentionId: string): BadgeState => ({ mentionId, state: "ask", who: null, untilMs: null });

/** The brand itself wrote it: nobody has to answer. */
const isOwn = ({ workspace }: Account, { site, author }: Pick<Post, "site" | "author">): boolean =>
  isOwnHandle(workspace.brand, site, author.handle);

function idOf(post: Post): string {
  if (post.id === null) throw new FanswerError("malformed", "post.id");
  if (post.protected) throw new FanswerError("forbidden", "post.protected");
  return mentionId(post.site, post.id);
}

/** Scores a post, stores it and queues its report; resolves once that is on disk. */
async function report(context: WorkerContext, account: Account, post: Post, hits: readonly Hit[]): Promise<BadgeState> {
  const nowMs = await serverNowMs(context);
  return record(context, account, sightingOf(post, hits, nowMs, settingsOf(account), await context.triageModel()));
}

async function record(context: WorkerContext, account: Account, sighting: Sighting): Promise<BadgeState> {
  const skewMs = await skewOf(context);
  const nowMs = context.nowMs();
  const { mention, isQueued } = await recordSighting(context.store, sighting, context.newId(), nowMs + skewMs);
  if (isQueued) context.sync();
  if (!mention) throw new FanswerError("not_found", sighting.postId);
  return badgeState(mention, account.member, nowMs, skewMs);
}
