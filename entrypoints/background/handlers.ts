import type { BadgeOwner } from "../../lib/background/announce.ts";
import type { Communities } from "../../lib/background/communities.ts";
import type { WorkerContext } from "../../lib/background/context.ts";
import type { Handlers } from "../../lib/messaging/answer.ts";
import type { MessageCall } from "../../lib/messaging/caller.ts";
import { type MessageName, toBackground } from "../../lib/schema/messages.ts";
import type { Registry } from "../../lib/store/communities.ts";
import type { Store } from "../../lib/store/database.ts";
import { getMeta } from "../../lib/store/meta.ts";
import type { AnsweringCommunity } from "./answering-community.ts";
import { alertHandlers } from "./handlers/alerts.ts";
import { cardHandlers } from "./handlers/card.ts";
import { draftHandlers } from "./handlers/drafts.ts";
import { keywordHandlers } from "./handlers/keywords.ts";
import { languageHandlers, type SpeakAsChosen } from "./handlers/language.ts";
import { membershipHandlers } from "./handlers/membership.ts";
import { offerHandlers } from "./handlers/offers.ts";
import { pageHandlers } from "./handlers/pages.ts";
import { peopleHandlers } from "./handlers/people.ts";
import { postHandlers } from "./handlers/posts.ts";
import { relayHandlers } from "./handlers/relay.ts";
import { sessionHandlers } from "./handlers/session.ts";

export function communityHandlers(context: WorkerContext): AnsweringCommunity["handlers"] {
  const { posts, ...ofPosts } = postHandlers(context);
  return {
    posts,
    ...ofPosts,
    ...cardHandlers(context),
    ...offerHandlers(context),
    ...draftHandlers(context),
    ...relayHandlers(context),
    ...sessionHandlers(context),
    ...keywordHandlers(context),
    ...peopleHandlers(context),
    ...alertHandlers(context),
  };
}

/** Whose a badge is: its community, by its name only where the member has several to tell apart. */
export async function ownerOf(id: string, store: Store, joined: readonly unknown[]): Promise<BadgeOwner> {
  const account = joined.length > 1 ? await getMeta(store, "account") : undefined;
  return { community: id, ...(account && { brand: account.workspace.name }) };
}

/** Every message goes to the community that it is for; what pages show, and joining and leaving, concern all of them. */
export function handlersOver(
  communities: Communities<AnsweringCommunity>,
  registry: Registry,
  nowMs: () => number,
  speak: SpeakAsChosen,
): Handlers {
  type Handler = (args: unknown, call: MessageCall) => Promise<unknown>;
  const names = Object.keys(toBackground) as MessageName[];
  const toOne = (name: MessageName): Handler => {
    return async (args, call) => {
      const { handlers } = await communities.of(call.community);
      return (handlers as unknown as Record<string, Handler>)[name]?.(args, call);
    };
  };
  // One tells all tabs, which begin anew.
  const restart = async () => (await communities.of(null)).context.announce.restart();
  return {
    ...(Object.fromEntries(names.map((name) => [name, toOne(name)])) as unknown as Handlers),
    ...pageHandlers(communities, registry, nowMs, speak, restart),
    ...languageHandlers(registry, speak, restart),
    ...membershipHandlers(communities),
  };
}
