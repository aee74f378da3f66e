import { levelsOf } from "../../schema/level-rules.ts";
import { can } from "../../schema/roles.ts";
import { type AlertGroup, type AlertView, alertsOf, groupAlerts } from "../../state/alerts.ts";
import type { Store } from "../../store/database.ts";
import { endingItems } from "../../store/library.ts";
import { getMeta } from "../../store/meta.ts";
import { passedIds } from "../../store/passed.ts";
import { viewMention } from "../../store/views.ts";

/** What of this device's posts may be worth an alert; null where its member is not let in, or wants none. */
export async function readAlertView(store: Store, nowMs: number): Promise<AlertView | null> {
  const [account, consent, trouble] = await Promise.all([getMeta(store, "account"), getMeta(store, "consent"), getMeta(store, "trouble")]);
  const [skewMs = 0, passed] = await Promise.all([getMeta(store, "skewMs"), passedIds(store)]);
  const profile = account?.member.profile;
  if (!account || !profile?.alerts || !consent || trouble?.code === "member_paused") return null;
  const { member, workspace } = account;
  const calls = [...new Set((profile.calls ?? []).map(({ mentionId }) => mentionId))].filter((id) => !passed.includes(id));
  const called = (await Promise.all(calls.map((id) => viewMention(store, id)))).flatMap((mention) => mention ?? []);
  const statuses = ["claimed", "answered", "escalated", ...(can(member, "triage") ? ["open"] : [])];
  const others = await store.mentions.where("status").anyOf(statuses).toArray();
  const mentions = [...new Map([...others, ...called].map((mention) => [mention.id, mention])).values()];
  return {
    mentions,
    member,
    drifts: await store.drifts.toArray(),
    ending: await endingItems(store, member.id, nowMs + skewMs),
    brake: workspace.brake,
    rules: workspace.alerts,
    levels: levelsOf(workspace),
    nowMs: nowMs + skewMs,
  };
}

/** What the member of this store may be told of now, in groups. */
export async function currentGroups(store: Store, nowMs: number): Promise<AlertGroup[]> {
  const view = await readAlertView(store, nowMs);
  return view === null ? [] : groupAlerts(alertsOf(view));
}
