import { provenAfterMs } from "../../lib/schema/points.ts";
import { rolesThat } from "../../lib/schema/roles.ts";
import type { Deps } from "../deps.ts";
import { badgesHad, countedOfAll, putBadges, tellOfBadges } from "../store/badges.ts";
import { lockMembers } from "../store/members.ts";
import { transaction } from "../store/pool.ts";
import { all, one } from "../store/statement.ts";
import { raiseCounterBy } from "../store/workspaces.ts";
import { type Met, metBy } from "../trust/badges.ts";

const keyOf = ({ memberId, badge }: Met): string => `${badge} ${memberId}`;

/** Gives the badges whose marks are met by now. Two servers that do it at once give each once, and their members hear of it once. */
export async function tendBadges({ pool, now, wake }: Pick<Deps, "pool" | "now" | "wake">, workspaceId: string): Promise<void> {
  const at = now();
  const until = new Date(at.getTime() - provenAfterMs);
  const met = metBy(await all(pool, countedOfAll, { workspaceId, until, except: rolesThat("answerUnread") }));
  const had = new Set((await all(pool, badgesHad, { workspaceId })).map(keyOf));
  const fresh = met.filter((each) => !had.has(keyOf(each)));
  if (fresh.length === 0) return;
  const revision = await transaction(pool, async (client) => {
    const members = fresh.map(({ memberId }) => memberId);
    await all(client, lockMembers, workspaceId, members);
    const given = await all(client, putBadges, { workspaceId, members, badges: fresh.map(({ badge }) => badge), at });
    const told = [...new Set(given.map(({ memberId }) => memberId))];
    if (told.length === 0) return null;
    const { revision: last } = await one(client, raiseCounterBy, workspaceId, told.length);
    await all(client, tellOfBadges, { workspaceId, members: told, revisions: told.map((_, index) => last - index) });
    return last;
  });
  if (revision !== null) wake.moved(workspaceId, revision);
}
