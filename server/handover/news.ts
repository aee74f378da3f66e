import type { PoolClient } from "pg";
import type { AlertRules } from "../../lib/schema/alert-choices.ts";
import { deskKinds, type MentionEvent } from "../../lib/schema/integration.ts";
import { liveStatuses } from "../../lib/schema/lifecycle.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { Deps } from "../deps.ts";
import { newId } from "../ids.ts";
import { addDeliveries } from "../store/deliveries.ts";
import { lockNews, mentionsToWarn, movedMentions, newsUntil, tell } from "../store/news.ts";
import { transaction } from "../store/pool.ts";
import { all, first, one } from "../store/statement.ts";
import { alertRulesOf, currentRevision } from "../store/workspaces.ts";
import { isAlsoInChats } from "./also-in-chats.ts";

const pageSize = 500;
/** A warning about a clock that ran out longer ago than this, while the server was away, is not sent any more. */
const warnWithinMs = 24 * 60 * 60_000;
const deskEvents: readonly MentionEvent[] = ["escalated", "answered", "dismissed", "returned", "gone", "follow_up"];

/** Where a mention stands, as far as other systems are told. */
type Place = Mention["route"] | Mention["status"];
const placeOf = ({ status, route }: Mention): Place => (liveStatuses.has(status) ? route : status);

/** What happened to a mention that was at one place and now is at another; null when that is no news. */
function eventBetween(from: Place, to: Place): MentionEvent | null {
  if (from === to) return null;
  if (to === "community") return "returned";
  if (to === "first_line" || to === "second_line") return "escalated";
  return to === "answered" || to === "dismissed" || to === "gone" ? to : null;
}

/**
 * Finds out what happened in a workspace since the last look, by its revisions, and puts it down for those who want to hear of it.
 * In one transaction: nothing is put down twice, and nothing is missed, whoever moved the mention.
 */
export async function gatherNews({ pool, now }: Pick<Deps, "pool" | "now">, workspaceId: string): Promise<void> {
  await transaction(pool, async (client) => {
    const until = await first(client, lockNews, workspaceId);
    if (until === null) return;
    const at = now();
    const { rules } = await one(client, alertRulesOf, { workspaceId });
    const announce = announcing(client, workspaceId, rules);
    // Asked before the rows: what moves in between has a higher revision and is looked at again.
    const { revision } = await one(client, currentRevision, workspaceId);
    const mentions = await all(client, movedMentions, workspaceId, until.revision, pageSize);
    for (const { mention, place, warned, follow_up, told_follow_up } of mentions) {
      // A millisecond earlier, so that the events of one mention keep their order.
      const before = new Date(at.getTime() - 1);
      if (follow_up !== told_follow_up) await announce(mention, "follow_up", before);
      const event = eventBetween((place as Place | null) ?? "community", placeOf(mention));
      if (event !== null) await announce(mention, event, at);
      await all(client, tell, workspaceId, mention.id, placeOf(mention), warned, follow_up);
    }
    const isAll = mentions.length < pageSize;
    const last = mentions.at(-1)?.mention.revision ?? revision;
    if (revision > until.revision) await all(client, newsUntil, workspaceId, isAll ? revision : last);
    for (const { mention, follow_up } of await all(client, mentionsToWarn, workspaceId, at, new Date(at.getTime() - warnWithinMs))) {
      await announce(mention, "clock_warning", at);
      await all(client, tell, workspaceId, mention.id, placeOf(mention), true, follow_up);
    }
  });
}

/** Puts an event down for everyone who wants it. */
function announcing(client: PoolClient, workspaceId: string, rules: AlertRules) {
  return async (mention: Mention, event: MentionEvent, at: Date): Promise<void> => {
    const payload = JSON.stringify(mention);
    const hearing = { kinds: [...deskKinds], theirEvents: deskEvents, allChats: isAlsoInChats(rules, event, mention) };
    await all(client, addDeliveries, { workspaceId, deliveryId: newId(), mentionId: mention.id, event, payload, at, ...hearing });
  };
}
