import { liveStatuses } from "../schema/lifecycle.ts";
import { mostHeld } from "../schema/limits.ts";
import type { Mention } from "../schema/mention.ts";
import type { Store } from "./database.ts";
import { type Account, getMeta, setMeta, settingsOf } from "./meta.ts";
import { turnOf } from "./turns.ts";

/** With fewer than this waiting, and more at the server, the device asks for the top of the queue again. */
const lowQueue = mostHeld.queue / 4;

/** How many rows the mirror may have before what is not needed is let go; well above what is kept, so that it seldom happens. */
const fullMirror = 2 * (mostHeld.queue + mostHeld.closed);

/** True when the device has worked off what it held of the queue and the server has more. */
export async function isQueueLow(store: Store): Promise<boolean> {
  if (!(await getMeta(store, "beyond"))) return false;
  return (await store.mentions.where("status").anyOf("open", "escalated").count()) < lowQueue;
}

/** What the member is at work on, and what waits for reviewers. */
function isOwn({ claim, draft, status }: Mention, me: string): boolean {
  return claim?.holder.id === me || draft?.status === "in_review" || (draft?.author.id === me && liveStatuses.has(status));
}

/**
 * Lets go of what the device need not hold, once there is much of it: all but the member's own work, what the outbox is about, the best
 * of the queue and what was closed last. Whatever moves later comes back by itself.
 */
export async function trimMirror(store: Store, account: Account): Promise<void> {
  if ((await store.mentions.count()) <= fullMirror) return;
  const [mentions, outbox] = await Promise.all([store.mentions.toArray(), store.outbox.toArray()]);
  const queued = new Set(outbox.map(({ mentionId }) => mentionId));
  const spare = mentions.filter((mention) => !isOwn(mention, account.member.id) && !queued.has(mention.id));
  const isLive = ({ status }: Mention) => liveStatuses.has(status);
  const { patienceMinutes } = settingsOf(account);
  const excess = spare
    .filter(isLive)
    .sort((a, b) => turnOf(a, patienceMinutes) - turnOf(b, patienceMinutes))
    .slice(mostHeld.queue);
  const old = spare
    .filter((mention) => !isLive(mention))
    .sort((a, b) => b.revision - a.revision)
    .slice(mostHeld.closed);
  await store.mentions.bulkDelete([...excess, ...old].map(({ id }) => id));
  if (excess.length > 0) await setMeta(store, "beyond", true);
}
