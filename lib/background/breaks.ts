import { takesBreak } from "../schema/profile.ts";
import type { Store } from "../store/database.ts";
import { getMeta } from "../store/meta.ts";
import type { Sync } from "../sync/sync.ts";

/** Whether the member takes a break. `nowMs`: this device's time. */
export async function isOnBreak(store: Store, nowMs: number): Promise<boolean> {
  const [account, skewMs = 0] = await Promise.all([getMeta(store, "account"), getMeta(store, "skewMs")]);
  return account !== undefined && takesBreak(account.member, nowMs + skewMs);
}

/** Ends a break whose time is over, by which badges and counts come back; to end it twice does no harm. What fails is tried with the next call. */
export async function endBreakInTime(store: Store, ask: Sync["ask"], nowMs: number): Promise<void> {
  const account = await getMeta(store, "account");
  if (!account?.member.profile?.away || (await isOnBreak(store, nowMs))) return;
  await ask("away.end", {}).catch(() => {});
}
