import type { Communities } from "../../../lib/background/communities.ts";
import { joinWith } from "../../../lib/background/joining.ts";
import { leave } from "../../../lib/background/leaving.ts";
import type { Handlers } from "../../../lib/messaging/answer.ts";
import { readSession } from "../../../lib/store/meta.ts";
import type { AnsweringCommunity, MembershipNames } from "../answering-community.ts";

/** Which communities this device is in, and for which of them the member works. */
export function membershipHandlers(communities: Communities<AnsweringCommunity>): Pick<Handlers, MembershipNames> {
  return {
    async "session.join"({ invitation, name }, { community }) {
      const { id } = await joinWith(await communities.of(community), await communities.all(), invitation, name);
      await communities.choose(id);
      const { context } = await communities.of(id);
      void context.announce.restart();
      context.sync({ urgent: true });
      return readSession(context.store);
    },
    async "session.leave"(what, { community, messageId }) {
      const { id, context } = await communities.of(community);
      await leave(context, what, messageId);
      const session = await readSession(context.store);
      // Its cards go before it does; the pages then begin anew without it.
      await context.announce.restart();
      await communities.drop(id);
      context.sync({ urgent: true });
      return session;
    },
    "community.begin": async () => ({ community: (await communities.begin()).id }),
    async "community.choose"({ community }) {
      await communities.choose(community);
      return null;
    },
  };
}
