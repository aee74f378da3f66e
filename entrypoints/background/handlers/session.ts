import { askServer, requireAccount, type WorkerContext } from "../../../lib/background/context.ts";
import { lookAtInvitation } from "../../../lib/background/joining.ts";
import type { Handlers } from "../../../lib/messaging/answer.ts";
import { readSession, saveLanguages, setMeta } from "../../../lib/store/meta.ts";
import { discardRefused, retryRefused } from "../../../lib/store/outbox.ts";

type Names = "session.get" | "consent.give" | "invitation.whose" | "languages.set" | "sync.now" | "outbox.retry" | "outbox.discard";

/** Who this device is, what it may send, and what waits on it. */
export function sessionHandlers(context: WorkerContext): Pick<Handlers, Names> {
  const { store, announce } = context;
  const changed = () => {
    void announce.restart();
    context.sync({ urgent: true });
    return readSession(store);
  };
  return {
    "session.get": () => readSession(store),
    async "consent.give"({ sharing }) {
      await setMeta(store, "consent", { sharing });
      return changed();
    },
    "invitation.whose": ({ invitation }) => lookAtInvitation(context, invitation),
    async "languages.set"({ languages }, call) {
      const { profile } = (await requireAccount(context)).member;
      await askServer(context, "profile.save", { languages, topics: profile?.topics ?? [] }, call);
      // What this device alone was told counts no more, and the queue in the languages is fetched anew.
      await saveLanguages(store, null);
      context.sync({ urgent: true });
      return null;
    },
    async "sync.now"() {
      context.sync({ urgent: true });
      return null;
    },
    async "outbox.retry"({ operationId }) {
      await retryRefused(store, operationId, context.newId());
      context.sync({ urgent: true });
      return null;
    },
    async "outbox.discard"({ operationId }) {
      await discardRefused(store, operationId);
      return null;
    },
  };
}
