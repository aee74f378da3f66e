import browser from "webextension-polyfill";
import { i18n } from "#i18n";
import { type AlertBoard, readAlertId } from "../../lib/background/alerts/alerts.ts";
import { goToAlert, refuseKind } from "../../lib/background/alerts/pressed.ts";
import { currentGroups } from "../../lib/background/alerts/view.ts";
import type { Communities } from "../../lib/background/communities.ts";
import type { Spawn } from "../../lib/background/spawn.ts";
import { alertText, alertTitle } from "../../lib/i18n/alert-text.ts";
import { openOwnPage } from "../../lib/messaging/open-own-page.ts";
import { groupKind } from "../../lib/state/alerts.ts";
import type { AnsweringCommunity } from "./answering-community.ts";

/** The browser's notifications; not there as long as the member did not allow them. */
const notifications = (): typeof browser.notifications | undefined => browser.notifications;

const permission = { permissions: ["notifications" as const] };

/** What a notification says, with no word of anybody's post: it is shown over whatever the screen shows. */
export const board: AlertBoard = {
  isAllowed: async () => notifications() !== undefined && (await browser.permissions.contains(permission)),
  async show(id, { kind, language, alerts }, brand) {
    const title = alertTitle(kind);
    const options = {
      type: "basic" as const,
      iconUrl: browser.runtime.getURL("/icon-128.png"),
      title: brand === undefined ? title : `${brand}: ${title}`,
      message: alertText({ kind, language, count: alerts.length }),
    };
    const buttons = [{ title: i18n.t("alerts.notLikeThis") }];
    try {
      await notifications()?.create(id, { ...options, buttons } as typeof options);
    } catch {
      // Firefox knows no buttons, and refuses a notification that has some.
      await notifications()?.create(id, options);
    }
  },
  async clear(id) {
    await notifications()?.clear(id);
  },
  ids: async () => Object.keys((await notifications()?.getAll()) ?? {}),
};

interface Hearing {
  readonly communities: Communities<AnsweringCommunity>;
  readonly nowMs: () => number;
  readonly spawn: Spawn;
  /** The browser lets us show alerts, or no longer. */
  readonly onAllowed: () => void;
}

/** Hears presses on notifications, and whether there may be any. To be called when the worker starts: a press starts it. */
export function hearNotices({ communities, nowMs, spawn, onAllowed }: Hearing): void {
  const heard = new WeakSet<object>();

  /** The community and the group that a notification is about; null when the member left it, or the id is none of ours. */
  const whose = async (id: string) => {
    const read = readAlertId(id);
    const community = read && (await communities.of(read.community).catch(() => null));
    return community ? { community, groupId: read.groupId } : null;
  };

  async function press(id: string): Promise<void> {
    const found = await whose(id);
    if (found) {
      const { community, groupId } = found;
      await communities.choose(community.id);
      const group = (await currentGroups(community.store, nowMs())).find((each) => each.id === groupId);
      await (group ? goToAlert(community.context, group) : openOwnPage("popup"));
    }
    await board.clear(id);
  }

  async function refuse(id: string): Promise<void> {
    const found = await whose(id);
    const kind = found && groupKind(found.groupId);
    await board.clear(id);
    if (found && kind) await refuseKind(found.community.context, kind).catch(() => openOwnPage("options"));
  }

  function listen(): void {
    const there = notifications();
    if (there === undefined || heard.has(there)) return;
    heard.add(there);
    there.onClicked.addListener((id) => spawn(press(id)));
    there.onButtonClicked?.addListener((id) => spawn(refuse(id)));
  }

  listen();
  const changed = () => {
    listen();
    onAllowed();
  };
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
}
