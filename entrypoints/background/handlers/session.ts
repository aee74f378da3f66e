import type { Context } from "../../../lib/background/context.ts";
import type { Handlers } from "../../../lib/messaging/answer.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { forgetEverything, getMeta, joinIdFor, readSession, saveLanguages, setMeta, signIn } from "../../../lib/store/meta.ts";
import { discardRefused, retryRefused } from "../../../lib/store/outbox.ts";
import { parseInvitation } from "../../../lib/sync/invitation.ts";
import { join } from "../../../lib/sync/join.ts";

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
export function sessionHandlers(context: Context): Pick<Handlers, Names> {
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
      if (!(await getMeta(store, "consent"))) throw new FanswerError("consent_needed");
      const account = await getMeta(store, "account");
      const parsed = parseInvitation(invitation, account?.server ?? null);
      const joinId = await joinIdFor(store, parsed.code, context.newId);
      await signIn(store, await join(context.fetch, parsed, name, joinId));
      return changed();
    },
    async "session.leave"() {
      await forgetEverything(store);
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
