import type { MessageCall } from "../messaging/caller.ts";
import { FanswerError } from "../schema/errors.ts";
import type { OperationArgs, OperationName, OperationResult } from "../schema/operations.ts";
import type { Store } from "../store/database.ts";
import { type Account, getMeta } from "../store/meta.ts";
import { enqueue } from "../store/outbox.ts";
import type { LookUp } from "../sync/handled.ts";
import type { Sync } from "../sync/sync.ts";
import type { TriageModel } from "../triage/model/asset.ts";
import type { Announce, BadgeOwner } from "./announce.ts";
import type { DraftChecks } from "./answers/draft-checks.ts";
import type { DraftWriter } from "./answers/draft-writer.ts";
import type { Suggesting } from "./answers/suggesting.ts";
import type { AwaitedCards } from "./cards/awaited-cards.ts";
import type { TellPresence } from "./presence.ts";

/** What the handlers of one community work with. It holds nothing that a restarted worker would miss. */
export interface WorkerContext {
  /** Its id on this device, which the tabs are told. */
  readonly community: string;
  readonly owner: () => Promise<BadgeOwner>;
  readonly store: Store;
  readonly fetch: typeof globalThis.fetch;
  /** This device's clock, epoch ms. */
  readonly nowMs: () => number;
  /** A fresh UUID. */
  readonly newId: () => string;
  /** What the browser says that the member reads, as BCP-47 tags. */
  readonly languages: () => readonly string[];
  readonly ask: Sync["ask"];
  readonly lookUp: LookUp;
  readonly tellPresence: TellPresence;
  /** Starts a sync without waiting for it. */
  readonly sync: (options?: { readonly urgent?: boolean }) => void;
  readonly announce: Announce;
  readonly awaitedCards: AwaitedCards;
  readonly triageModel: () => Promise<TriageModel | null>;
  readonly suggesting: Suggesting;
  readonly checkDraft: DraftChecks;
  readonly draftWriter: DraftWriter;
}

/** Who this device is. Throws `consent_needed` before the member agreed and `unauthorized` before joining. */
export async function requireAccount({ store }: WorkerContext): Promise<Account> {
  const [consent, account] = await Promise.all([getMeta(store, "consent"), getMeta(store, "account")]);
  if (!consent) throw new FanswerError("consent_needed");
  if (!account) throw new FanswerError("unauthorized");
  return account;
}

export async function skewOf({ store }: WorkerContext): Promise<number> {
  return (await getMeta(store, "skewMs")) ?? 0;
}

/** The server's time as this device knows it, epoch ms. */
export async function serverNowMs(context: WorkerContext): Promise<number> {
  return context.nowMs() + (await skewOf(context));
}

/**
 * Queues what the member did, shows it and sends it when it can be sent. Resolves as soon as it is on disk. The message's id is
 * the operation's, so that a message that comes again is one operation still.
 */
export async function act<N extends OperationName>(
  context: WorkerContext,
  name: N,
  args: OperationArgs<N> & { readonly mentionId: string },
  { messageId }: MessageCall,
): Promise<null> {
  await requireAccount(context);
  await enqueue(context.store, { id: messageId, name, args }, await serverNowMs(context));
  context.announce.mentions([args.mentionId]);
  context.sync();
  return null;
}

/** Asks the server now. Throws its code, or `server_unreachable`. */
export async function askServer<N extends OperationName>(
  context: WorkerContext,
  name: N,
  args: OperationArgs<N>,
  { messageId }: MessageCall,
): Promise<OperationResult<N>> {
  await requireAccount(context);
  return context.ask(name, args, messageId);
}
