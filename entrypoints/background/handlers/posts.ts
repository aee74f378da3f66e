import browser from "webextension-polyfill";
import { type Context, requireAccount, serverNowMs, skewOf } from "../../../lib/background/context.ts";
import { knownMention } from "../../../lib/background/known-mention.ts";
import { createListCompiler } from "../../../lib/background/posts/compiled-lists.ts";
import { excerptOf } from "../../../lib/background/posts/excerpt.ts";
import { isFollowUp, watchTalk } from "../../../lib/background/posts/follow-ups.ts";
import { pastedPost } from "../../../lib/background/posts/pasted-post.ts";
import type { Handlers } from "../../../lib/messaging/answer.ts";
import { offerPost } from "../../../lib/messaging/show-card.ts";
import { tellTab } from "../../../lib/messaging/tabs.ts";
import { badgeStyle } from "../../../lib/page/badge-style.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { Hit } from "../../../lib/schema/keywords.ts";
import { mentionId, type Sighting } from "../../../lib/schema/mention.ts";
import type { BadgeState, SeenPost } from "../../../lib/schema/messages.ts";
import type { Post } from "../../../lib/schema/post.ts";
import type { TriageSettings } from "../../../lib/schema/triage-settings.ts";
import { profiles } from "../../../lib/sites/profiles.ts";
import { badgeState } from "../../../lib/state/badge.ts";
import { listsState, readLists } from "../../../lib/store/database.ts";
import { recordFollowUp } from "../../../lib/store/follow-ups.ts";
import { type Account, getMeta, readSession, setMeta, settingsOf } from "../../../lib/store/meta.ts";
import { keepOffered, takeOffered } from "../../../lib/store/offered.ts";
import { recordSighting } from "../../../lib/store/sightings.ts";
import { viewMention } from "../../../lib/store/views.ts";
import { withKeywordReason } from "../../../lib/triage/keyword-reason.ts";
import type { TriageModel } from "../../../lib/triage/model/asset.ts";
import { triage } from "../../../lib/triage/triage.ts";

type Names = "page.start" | "post.seen" | "post.offer" | "post.share" | "post.add" | "follow_up.seen" | "drift.note";

/** Posts that pages show. */
export function postHandlers(context: Context): Pick<Handlers, Names> {
  const { store } = context;
  const compiled = createListCompiler({
    nowMs: context.nowMs,
    version: browser.runtime.getManifest().version,
    state: () => listsState(store),
    read: () => readLists(store),
    load: () => getMeta(store, "packed"),
    // Whoever left while it was packed leaves nothing.
    save: async (kept) =>
      store.transaction("rw", store.meta, async () => {
        if (await getMeta(store, "account")) await setMeta(store, "packed", kept);
      }),
  });
  /** Where the lists' keywords stand in the post, by the closest reading; the tab has only looked roughly. */
  const hitsIn = async ({ text, lang, author }: Post) => (await compiled()).matcher.match(text, lang, { author: author.handle });
  const share = async ({ post }: SeenPost) => {
    const account = await requireAccount(context);
    const hits = await hitsIn(post);
    return hits.length > 0 ? report(context, account, post, hits) : null;
  };
  const look = async (seen: SeenPost): Promise<BadgeState | null> => {
    const account = await requireAccount(context);
    const id = idOf(seen.post);
    if (await viewMention(store, id)) return share(seen);
    const hits = await hitsIn(seen.post);
    if (hits.length === 0) return null;
    const mark = await context.lookUp(id);
    if (mark) {
      const skewMs = await skewOf(context);
      // Of a post that this device does not hold, the server says who is on it; what it is, its words say.
      const scored = scoredPost(seen.post, hits, context.nowMs() + skewMs, settingsOf(account), await context.triageModel());
      return badgeState({ ...mark, triage: scored }, account.member, context.nowMs(), skewMs);
    }
    const consent = await getMeta(store, "consent");
    if (consent?.sharing === "all") return report(context, account, seen.post, hits);
    return waiting(id);
  };
  /** Sends what was shown, and no word else, whatever the page or the lists say by now. */
  const shareOffered = async (id: string): Promise<BadgeState> => {
    const account = await requireAccount(context);
    const sighting = await takeOffered(store, id);
    if (sighting === null) throw new FanswerError("not_found", id);
    return record(context, account, sighting);
  };
  /** Shows what would be sent of a post, and sends nothing. */
  const offer = async ({ post }: SeenPost, tabId: number): Promise<BadgeState | null> => {
    const account = await requireAccount(context);
    const mentionId = idOf(post);
    if (await viewMention(store, mentionId)) return share({ post });
    const hits = await hitsIn(post);
    if (hits.length === 0) return null;
    const nowMs = await serverNowMs(context);
    const sighting = sightingOf(post, hits, nowMs, settingsOf(account), await context.triageModel());
    await keepOffered(store, sighting);
    await offerPost(tabId, { mentionId, sighting });
    return waiting(mentionId);
  };
  return {
    async "page.start"({ site }, caller) {
      const { consented, member, sharing } = await readSession(store);
      const { pack, watched } = profiles[site];
      if (!consented || !member || !pack || watched.length === 0) return null;
      void context.awaitedCards.onPage(caller).catch(() => {});
      return { pack, screen: (await compiled()).screen, css: badgeStyle, sharing };
    },
    async "post.seen"(seen, caller) {
      const state = await look(seen);
      if (state) void watchTalk(context, state, caller).catch(() => {});
      return state;
    },
    async "post.offer"(seen, { tabId }) {
      if (tabId === null) throw new FanswerError("forbidden", "post.offer");
      return offer(seen, tabId);
    },
    async "post.share"({ mentionId }, { tabId }) {
      const state = await shareOffered(mentionId);
      if (tabId !== null) await tellTab(tabId, "badge.update", [state]);
      return state;
    },
    async "post.add"(pasted) {
      const account = await requireAccount(context);
      const post = await pastedPost(pasted);
      const id = idOf(post);
      const isNew = !(await viewMention(store, id)) && !(await context.lookUp(id));
      if (isNew) await report(context, account, post, await hitsIn(post));
      const mention = await knownMention(context, id);
      if (!mention) throw new FanswerError("not_found");
      return { mention, isNew };
    },
    async "follow_up.seen"({ mentionId, post, below }) {
      await requireAccount(context);
      const mention = await viewMention(store, mentionId);
      if (!mention || post.id === null || !isFollowUp(mention, post, below)) return null;
      const followUp = { mentionId, postId: post.id, excerpt: excerptOf(post.text, []).excerpt, url: post.permalink, lang: post.lang };
      if (await recordFollowUp(store, followUp, context.newId(), await serverNowMs(context))) context.sync();
      return null;
    },
    async "drift.note"(drift) {
      await store.drifts.put({ ...drift, at: new Date(context.nowMs()).toISOString() });
      return null;
    },
  };
}

/** Not shared until the member says so. */
const waiting = (mentionId: string): BadgeState => ({ mentionId, state: "ask", who: null, untilMs: null });

function idOf(post: Post): string {
  if (post.id === null) throw new FanswerError("malformed", "post.id");
  if (post.protected) throw new FanswerError("forbidden", "post.protected");
  return mentionId(post.site, post.id);
}

/** Scores, stores and queues; answers when it is on disk. */
async function report(context: Context, account: Account, post: Post, hits: readonly Hit[]): Promise<BadgeState> {
  const nowMs = await serverNowMs(context);
  return record(context, account, sightingOf(post, hits, nowMs, settingsOf(account), await context.triageModel()));
}

async function record(context: Context, account: Account, sighting: Sighting): Promise<BadgeState> {
  const skewMs = await skewOf(context);
  const nowMs = context.nowMs();
  const { mention, isQueued } = await recordSighting(context.store, sighting, context.newId(), nowMs + skewMs);
  if (isQueued) context.sync();
  if (!mention) throw new FanswerError("not_found", sighting.postId);
  return badgeState(mention, account.member, nowMs, skewMs);
}

function sightingOf(post: Post, hits: readonly Hit[], atMs: number, settings: TriageSettings, model: TriageModel | null): Sighting {
  const { site, permalink, lang, postedAt, isReply, partial, counts, author, text } = post;
  return {
    ...{ site, permalink, lang, postedAt, isReply, partial, counts, author },
    postId: post.id ?? "",
    ...excerptOf(text, hits),
    triage: scoredPost(post, hits, atMs, settings, model),
  };
}

function scoredPost(
  { text, lang, counts, author, postedAt }: Post,
  hits: readonly Hit[],
  atMs: number,
  settings: TriageSettings,
  model: TriageModel | null,
) {
  return withKeywordReason(triage({ text, lang, counts, verified: author.verified, postedAt }, atMs, settings, model), text, hits);
}
