import { unnamedWorkspace } from "../../lib/suggest/disclosure/shipped.ts";
import { tellAway, workspacesThere } from "../database/each-workspace.ts";
import type { Deps } from "../deps.ts";
import { newId } from "../ids.ts";
import { invite } from "../operations/invitation.ts";
import { dropUnusedOfServer } from "../store/invitations.ts";
import { hasAdmin } from "../store/members.ts";
import { isPartAway, transaction } from "../store/pool.ts";
import { all, one } from "../store/statement.ts";
import { beginWorkspace, lockFirstStart } from "../store/workspaces.ts";

/** A way in for the first admin of a workspace. */
export interface FirstAdmin {
  readonly workspace: string;
  readonly link: string;
}

type Starting = Pick<Deps, "pool" | "now" | "publicUrl" | "log">;

/** A fresh invitation for a workspace that has no admin yet; null for one that has. */
async function inviteFirst({ pool, now, publicUrl }: Starting, id: string): Promise<string | null> {
  return transaction(pool, async (client) => {
    if ((await one(client, hasAdmin, id)).yes) return null;
    await all(client, dropUnusedOfServer, id);
    return (await invite(client, publicUrl(), now(), { workspaceId: id, id: newId(), role: "admin", createdBy: null })).link;
  });
}

/**
 * Sees to it that there is a workspace and that each has an admin: gives a fresh invitation for every one that has none yet. One server at a time; what is
 * on a machine that does not answer is left for a later start.
 */
export async function prepareFirstStart(starting: Starting): Promise<FirstAdmin[]> {
  const { pool, now, log } = starting;
  return transaction(pool, async (client) => {
    await all(client, lockFirstStart);
    const before = await workspacesThere(pool);
    if (before.there.length === 0 && before.trouble === null) await beginWorkspace(pool, unnamedWorkspace, now());
    const { there, trouble } = await workspacesThere(pool);
    let away = trouble;
    const invited: FirstAdmin[] = [];
    for (const { id, name } of there) {
      try {
        const link = await inviteFirst(starting, id);
        if (link !== null) invited.push({ workspace: name, link });
      } catch (thrown) {
        if (!isPartAway(thrown)) throw thrown;
        away = thrown;
      }
    }
    if (away !== null) tellAway(log, away);
    return invited;
  });
}
