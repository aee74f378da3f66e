import { heldBy } from "../state/selectors.ts";
import type { Store } from "../store/database.ts";
import { getMeta } from "../store/meta.ts";
import { waitingOperations } from "../store/outbox.ts";
import type { WakeTarget } from "../sync/wake.ts";

/** The socket is worth its keep while somebody looks (at us or at a site), something waits to be sent, or a claim runs. */
export async function wakeTarget(store: Store, isWatched: () => Promise<boolean>): Promise<WakeTarget | null> {
  const [account, consent, trouble] = await Promise.all([getMeta(store, "account"), getMeta(store, "consent"), getMeta(store, "trouble")]);
  if (!account || !consent || trouble?.code === "member_paused") return null;
  const claimed = () => store.mentions.where("status").equals("claimed").toArray();
  const isWorking = async () => (await waitingOperations(store)).length > 0 || heldBy(await claimed(), account.member.id).length > 0;
  return (await isWatched()) || (await isWorking()) ? account : null;
}

/** True when a sync has something to fetch, to send or to mend; a wake-up caused by this device's own push brings nothing. */
export async function isBehind(store: Store, revision: number): Promise<boolean> {
  const [cursor, trouble] = await Promise.all([getMeta(store, "cursor"), getMeta(store, "trouble")]);
  return !cursor || cursor.revision < revision || trouble !== undefined || (await waitingOperations(store)).length > 0;
}
