import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { rolesThat } from "../../lib/schema/roles.ts";
import { secondLook } from "../../lib/schema/second-look.ts";
import type { Deps } from "../deps.ts";
import { transaction } from "../store/pool.ts";
import { lockWaitingLooks, lookersFor, putAsked, touchMentions } from "../store/second-looks.ts";
import { all, one } from "../store/statement.ts";
import { lookRulesOf, raiseCounterBy } from "../store/workspaces.ts";

/** Looks that are handed out in one round; the next minute takes the rest. */
const perRound = 50;
const dayMs = 24 * 60 * 60_000;
/** Who was here in these days is asked first. */
const hereDays = 7;

/** Asks a few members each for a second look at the answers that wait for one, and a few others where none of those came; gives the new revision. */
async function handOut(client: PoolClient, workspaceId: string, now: Date): Promise<number | null> {
  const askedBefore = new Date(now.getTime() - secondLook.waitMs);
  const waiting = await all(client, lockWaitingLooks, { workspaceId, askedBefore, most: perRound });
  if (waiting.length === 0) return null;
  const { looks } = await one(client, lookRulesOf, workspaceId);
  const found = await all(client, lookersFor, {
    workspaceId,
    mentionIds: waiting.map(({ mention_id }) => mention_id),
    trusted: rolesThat("answerUnread"),
    reviewers: rolesThat("review"),
    fromLevel: looks.fromLevel,
    now,
    lot: randomUUID(),
    seenSince: new Date(now.getTime() - hereDays * dayMs),
  });
  for (const { mention_id: mentionId, members } of found) await all(client, putAsked, { workspaceId, mentionId, members, at: now });
  const told = found.filter(({ members }) => members.length > 0).map(({ mention_id }) => mention_id);
  if (told.length === 0) return null;
  const { revision } = await one(client, raiseCounterBy, workspaceId, told.length);
  await all(client, touchMentions, { workspaceId, mentionIds: told, base: revision - told.length });
  return revision;
}

/** Hands a workspace's second looks out. */
export async function handOutLooks({ pool, now, wake }: Pick<Deps, "pool" | "now" | "wake">, workspaceId: string): Promise<void> {
  const revision = await transaction(pool, (client) => handOut(client, workspaceId, now()));
  if (revision !== null) wake.moved(workspaceId, revision);
}
