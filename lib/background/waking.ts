import { takesBreak } from "../schema/profile.ts";
import { heldBy } from "../state/selectors.ts";
import type { Store } from "../store/database.ts";
import { getMeta } from "../store/meta.ts";
import { waitingOperations } from "../store/outbox.ts";
import type { WakeTarget } from "../sync/wake.ts";

/** What the world around tells of who may be there. */
export interface Watching {
  /** Whether somebody looks at a page of ours or at a supported site. */
  readonly isWatched: () => Promise<boolean>;
  /** Whether the browser has a window: somebody who wants alerts is told at once. */
  readonly hasWindow: () => Promise<boolean>;
  readonly nowMs: () => number;
}

/**
 * The socket is worth its keep while somebody looks (at us or at a site), may be alerted, something waits to be sent, or a claim runs. With the browser's
 * windows closed an alert comes by the alarm instead, twice a minute.
 */
export async function wakeTarget(store: Store, { isWatched, hasWindow, nowMs }: Watching): Promise<WakeTarget | null> {
  const [account, consent, trouble] = await Promise.all([getMeta(store, "account"), getMeta(store, "consent"), getMeta(store, "trouble")]);
  if (!account || !consent || trouble?.code === "member_paused") return null;
  const claimed = () => store.mentions.where("status").equals("claimed").toArray();
  const isWorking = async () => (await waitingOperations(store)).length > 0 || heldBy(await claimed(), account.member.id).length > 0;
  const { member } = account;
  const isAlerted = async () => {
    const choices = member.profile?.alerts;
    const atMs = nowMs() + ((await getMeta(store, "skewMs")) ?? 0);
    return Boolean(choices) && !takesBreak(member, atMs) && (await hasWindow());
  };
  return (await isWatched()) || (await isWorking()) || (await isAlerted()) ? account : null;
}

/** True when a sync has something to fetch, to send or to mend; a wake-up caused by this device's own push brings nothing. */
export async function isBehind(store: Store, revision: number): Promise<boolean> {
  const [cursor, trouble] = await Promise.all([getMeta(store, "cursor"), getMeta(store, "trouble")]);
  return !cursor || cursor.revision < revision || trouble !== undefined || (await waitingOperations(store)).length > 0;
}
