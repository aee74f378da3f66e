import type { WorkerContext } from "../../../lib/background/context.ts";
import { joinWith } from "../../../lib/background/joining.ts";
import { leave } from "../../../lib/background/leaving.ts";
import type { Handlers } from "../../../lib/messaging/answer.ts";
import { readSession, saveLanguages, setMeta } from "../../../lib/store/meta.ts";
import { discardRefused, retryRefused } from "../../../lib/store/outbox.ts";

type Names =
  | "session.get"
  | "consent.give"
  | "session.join"
  | "session.leave"
  | "languages.set"
  | "sync.now"
  | "outbox.retry"
  | "outbox.discard";

/** Who this device is, what it may send, and what waits on it. */
export function sessionHandlers(context: WorkerContext): Pick<Handlers, Names> {
  const { store, announce } = context;
  const changed = () => {
    announce.restart();
    context.sync({ urgent: true });
    return readSession(store);
  };
  return {
    "session.get": () => readSession(store),
    async "consent.give"({ sharing }) {
      await setMeta(store, "consent", { sharing });
      return changed();
    },
    async "session.join"({ invitation, name }) {
      await joinWith(context, invitation, name);
      return changed();
    },
    async "session.leave"(what, { messageId }) {
      await leave(context, what, messageId);
      return changed();
    },
    async "languages.set"({ languages }) {
      await saveLanguages(store, languages);
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
