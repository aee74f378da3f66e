import browser from "webextension-polyfill";
import { tellTabs } from "../messaging/tabs.ts";
import type { BadgeState } from "../schema/messages.ts";
import { can } from "../schema/roles.ts";
import type { Member } from "../schema/workspace.ts";
import { badgeState } from "../state/badge.ts";
import { needsMember } from "../state/selectors.ts";
import type { Applied } from "../store/apply.ts";
import type { Store } from "../store/database.ts";
import { getMeta, readSession } from "../store/meta.ts";
import { viewPersonal } from "../store/personal-view.ts";
import { viewMention, viewMentions } from "../store/views.ts";
import type { Spawn } from "./spawn.ts";

/** Tells the tabs and the toolbar that something changed. Nothing waits for an answer: a tab that misses it asks again when it is shown. */
export interface Announce {
  mentions(ids: readonly string[]): void;
  /** Lists, consent or membership changed. */
  restart(): void;
  moved(moved: Applied): void;
}

export function createAnnounce(store: Store, hosts: readonly string[], nowMs: () => number, spawn: Spawn): Announce {
  async function tellMentions(ids: readonly string[]): Promise<void> {
    const account = await getMeta(store, "account");
    if (!account || ids.length === 0) return;
    const skewMs = (await getMeta(store, "skewMs")) ?? 0;
    const badges = await Promise.all(ids.map((id) => badgeOf(store, id, account.member, nowMs(), skewMs)));
    await tellTabs(hosts, "badge.update", badges);
    await tellTabs(hosts, "card.refresh", { mentionIds: ids });
    await showCount();
  }

  async function tellRestart(): Promise<void> {
    const { member, consented, shutOut } = await readSession(store);
    if (!member || !consented || shutOut) await tellTabs(hosts, "page.leave", null);
    await tellTabs(hosts, "page.restart", null);
    await showCount();
  }

  async function showCount(): Promise<void> {
    const [account, skewMs = 0] = await Promise.all([getMeta(store, "account"), getMeta(store, "skewMs")]);
    // The number on a staff member's icon is counted over all mentions; an advocate's needs only the few that an index finds.
    const view = account && can(account.member, "triage") ? viewMentions : viewPersonal;
    const count = account ? needsMember(await view(store), account.member, nowMs() + skewMs) : 0;
    await browser.action.setBadgeText({ text: count === 0 ? "" : String(count) });
  }

  const mentions = (ids: readonly string[]) => spawn(tellMentions(ids));
  const restart = () => spawn(tellRestart());
  return {
    mentions,
    restart,
    moved({ mentionIds, settings }) {
      mentions(mentionIds);
      if (settings) restart();
    },
  };
}

async function badgeOf(store: Store, id: string, me: Member, nowMs: number, skewMs: number): Promise<BadgeState> {
  const mention = await viewMention(store, id);
  return mention ? badgeState(mention, me, nowMs, skewMs) : { mentionId: id, state: "dismissed", who: null, untilMs: null };
}
