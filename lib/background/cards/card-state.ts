import { FanswerError } from "../../schema/errors.ts";
import type { CardState } from "../../schema/messages.ts";
import { badgeState } from "../../state/badge.ts";
import { readKept } from "../../store/kept.ts";
import { getMeta } from "../../store/meta.ts";
import { waitingOperations } from "../../store/outbox.ts";
import { othersAt } from "../../store/presence.ts";
import { unsentDraft } from "../../store/views.ts";
import { sideOf } from "../../suggest/disclosure.ts";
import { requireAccount, skewOf, type WorkerContext } from "../context.ts";
import { knownMention } from "../known-mention.ts";

/** What the card beside a post shows; `thread` is what was said before it. Tells the others that the member looks at it. Throws `not_found`. */
export async function cardState(context: WorkerContext, id: string, thread: readonly string[]): Promise<CardState> {
  const { store } = context;
  const { member, workspace } = await requireAccount(context);
  const mention = await knownMention(context, id);
  if (!mention) throw new FanswerError("not_found");
  void context.tellPresence(id).catch(() => {});
  const [skewMs, present, draft, waiting, suggested, languageModel, own, kept, trouble] = await Promise.all([
    skewOf(context),
    store.presence.toArray(),
    unsentDraft(store, id),
    waitingOperations(store),
    context.suggesting.soon(mention, thread),
    context.draftWriter.kind(workspace),
    getMeta(store, "ownDisclosures"),
    readKept(store),
    getMeta(store, "trouble"),
  ]);
  const mine = kept.find((each) => each.mentionId === id);
  const isNewer = mine && (mention.draft?.author.id !== member.id || mine.atMs > Date.parse(mention.draft.updatedAt));
  return {
    mention,
    me: member,
    workspace,
    ...suggested,
    languageModel,
    others: othersAt(present, id, member.id, context.nowMs() + skewMs).map(({ name, doing }) => ({ name, doing })),
    unsentDraft: draft,
    keptText: isNewer ? mine.text : null,
    ownDisclosures: own?.[sideOf(member)] ?? {},
    waiting: waiting.length,
    isOffline: trouble?.code === "server_unreachable",
    skewMs,
    badge: badgeState(mention, member, context.nowMs(), skewMs),
  };
}
