import { tellTabs } from "../messaging/tabs.ts";
import type { BadgeState } from "../schema/messages.ts";
import type { Member } from "../schema/workspace.ts";
import { badgeState } from "../state/badge.ts";
import type { Applied } from "../store/apply.ts";
import type { Store } from "../store/database.ts";
import { getMeta, readSession } from "../store/meta.ts";
import { viewMention } from "../store/views.ts";
import { isOnBreak } from "./breaks.ts";
import type { Spawn } from "./spawn.ts";

/** Tells the tabs and the toolbar that something changed. Nothing waits for an answer: a tab that misses it asks again when it is shown. */
export interface Announce {
  mentions(ids: readonly string[]): void;
  /** Lists, consent or membership changed. Resolves, which nobody has to wait for, once all pages were told. */
  restart(): Promise<void>;
  moved(moved: Applied): void;
}

/** Whose a badge is: the community, with its name where the device is in several. */
export type BadgeOwner = Pick<BadgeState, "community" | "brand">;

interface AnnounceDeps {
  readonly community: string;
  readonly owner: () => Promise<BadgeOwner>;
  readonly store: Store;
  readonly hosts: readonly string[];
  readonly nowMs: () => number;
  readonly spawn: Spawn;
  /** Shows how much waits for the member, in all communities. */
  readonly showCount: () => Promise<void>;
}

export function createAnnounce({ community, owner, store, hosts, nowMs, spawn, showCount }: AnnounceDeps): Announce {
  async function tellMentions(ids: readonly string[]): Promise<void> {
    const account = await getMeta(store, "account");
    if (!account || ids.length === 0) return;
    const [skewMs = 0, whose] = await Promise.all([getMeta(store, "skewMs"), owner()]);
    const badges = await Promise.all(ids.map((id) => badgeOf(store, id, account.member, nowMs(), skewMs)));
    const owned = badges.map((badge) => ({ ...badge, ...whose }));
    await tellTabs(hosts, "badge.update", owned);
    await tellTabs(hosts, "card.refresh", { community, mentionIds: ids });
    await showCount();
  }

  async function tellRestart(): Promise<void> {
    const { member, consented, shutOut } = await readSession(store);
    if (!member || !consented || shutOut || (await isOnBreak(store, nowMs()))) await tellTabs(hosts, "page.leave", { community });
    await tellTabs(hosts, "page.restart", null);
    await showCount();
  }

  const mentions = (ids: readonly string[]) => spawn(tellMentions(ids));
  const restart = () => {
    const telling = tellRestart();
    spawn(telling);
    return telling.catch(() => {});
  };
  return {
    mentions,
    restart,
    moved({ mentionIds, settings }) {
      mentions(mentionIds);
      if (settings) void restart();
    },
  };
}

async function badgeOf(store: Store, id: string, me: Member, nowMs: number, skewMs: number): Promise<BadgeState> {
  const mention = await viewMention(store, id);
  return mention ? badgeState(mention, me, nowMs, skewMs) : { mentionId: id, state: "dismissed", who: null, untilMs: null };
}
