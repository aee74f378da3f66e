import { act, askServer, type WorkerContext } from "../../../lib/background/context.ts";
import type { Handlers } from "../../../lib/messaging/answer.ts";
import type { MessageCall } from "../../../lib/messaging/caller.ts";
import { type RelayedName, relayedNames } from "../../../lib/schema/messages.ts";
import { type OperationArgs, operationRow } from "../../../lib/schema/operations.ts";

/** Operations that pages ask for as they are: queued ones by the outbox, the others of the server at once, which checks who may. */
export function relayHandlers(context: WorkerContext): Pick<Handlers, RelayedName> {
  const relay = (name: RelayedName) => {
    type Args = OperationArgs<typeof name> & { readonly mentionId: string };
    const pass = operationRow(name).queued ? act : askServer;
    return (args: Args, call: MessageCall) => pass(context, name, args, call);
  };
  return Object.fromEntries(relayedNames.map((name) => [name, relay(name)])) as unknown as Pick<Handlers, RelayedName>;
}
