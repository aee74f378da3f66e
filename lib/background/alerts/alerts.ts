import { type AlertGroup, alertsOf, groupAlerts } from "../../state/alerts.ts";
import { nothingTold, whatToTell } from "../../state/telling.ts";
import type { Store } from "../../store/database.ts";
import { getMeta, setMeta } from "../../store/meta.ts";
import type { BadgeOwner } from "../announce.ts";
import { readAlertView } from "./view.ts";

/** Where alerts are shown: the browser's notifications, by ids. */
export interface AlertBoard {
  /** Whether the browser lets us show any. */
  isAllowed(): Promise<boolean>;
  /** Shows a group, in place of what was shown under the id. */
  show(id: string, group: AlertGroup, brand: string | undefined): Promise<void>;
  clear(id: string): Promise<void>;
  /** What is shown now. */
  ids(): Promise<readonly string[]>;
}

/** Tells the member of one community what they want to be told. */
export interface Alerts {
  /** Looks at what there is now: shows what is new, takes away what is over. */
  tend(): Promise<void>;
  /** Takes away everything, as the member leaves. */
  clear(): Promise<void>;
}

interface AlertsDeps {
  readonly community: string;
  readonly owner: () => Promise<BadgeOwner>;
  readonly store: Store;
  readonly nowMs: () => number;
  readonly board: AlertBoard;
}

/** The id of a group's notification: it outlives the worker, and says all that a press needs. */
export const alertId = (community: string, groupId: string): string => `${community} ${groupId}`;

/** Of an id of ours, whose and which group it is; null for any other. */
export function readAlertId(id: string): { readonly community: string; readonly groupId: string } | null {
  const [community, groupId, ...rest] = id.split(" ");
  return community && groupId && rest.length === 0 ? { community, groupId } : null;
}

export function createAlerts({ community, owner, store, nowMs, board }: AlertsDeps): Alerts {
  let running: Promise<void> | null = null;
  let isAsked = false;

  /** Takes away what stands for none of these groups any more. */
  async function keepOnly(groups: readonly AlertGroup[]): Promise<void> {
    const kept = new Set(groups.map(({ id }) => alertId(community, id)));
    const own = (await board.ids()).filter((id) => readAlertId(id)?.community === community);
    for (const id of own.filter((each) => !kept.has(each))) await board.clear(id);
  }

  async function look(): Promise<void> {
    if (!(await board.isAllowed())) return;
    const view = await readAlertView(store, nowMs());
    const choices = view?.member.profile?.alerts;
    if (!view || !choices) return keepOnly([]);
    const alerts = alertsOf(view);
    const { show, memory } = whatToTell(alerts, choices, (await getMeta(store, "alerts")) ?? nothingTold, view.nowMs);
    const { brand } = await owner();
    // Shown before it is remembered: a worker that ends in between shows it once more, in the same place.
    for (const group of show) await board.show(alertId(community, group.id), group, brand);
    await setMeta(store, "alerts", memory);
    await keepOnly(groupAlerts(alerts));
  }

  async function loop(): Promise<void> {
    while (isAsked) {
      isAsked = false;
      await look();
    }
  }

  return {
    tend() {
      isAsked = true;
      running ??= loop().finally(() => {
        running = null;
      });
      return running;
    },
    clear: async () => ((await board.isAllowed()) ? keepOnly([]) : undefined),
  };
}
