import browser from "webextension-polyfill";
import { alertKind } from "../schema/alerts.ts";
import { can } from "../schema/roles.ts";
import { needsMember } from "../state/selectors.ts";
import type { Store } from "../store/database.ts";
import { getMeta } from "../store/meta.ts";
import { viewPersonal } from "../store/personal-view.ts";
import { viewMentions } from "../store/views.ts";
import { currentGroups } from "./alerts/view.ts";

/** How much waits for the member of this store, with what they were called to: where the browser shows no alerts, this number does. */
async function countIn(store: Store, nowMs: number): Promise<number> {
  const [account, skewMs = 0] = await Promise.all([getMeta(store, "account"), getMeta(store, "skewMs")]);
  if (!account) return 0;
  // The number on a staff member's icon is counted over all mentions; an advocate's needs only the few that an index finds.
  const view = can(account.member, "triage") ? viewMentions : viewPersonal;
  const called = (await currentGroups(store, nowMs)).filter(({ kind }) => alertKind(kind).reach === "few");
  return needsMember(await view(store), account.member, nowMs + skewMs) + called.flatMap(({ alerts }) => alerts).length;
}

/** The number on the toolbar: what waits for the person in all their communities together. */
export async function showCount(stores: readonly Store[], nowMs: number): Promise<void> {
  const counts = await Promise.all(stores.map((store) => countIn(store, nowMs)));
  const count = counts.reduce((sum, each) => sum + each, 0);
  await browser.action.setBadgeText({ text: count === 0 ? "" : String(count) });
}
