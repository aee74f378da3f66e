import { shippedLine, unnamedWorkspace } from "../../lib/suggest/disclosure/shipped.ts";
import type { Deps } from "../deps.ts";
import { newId } from "../ids.ts";
import { invite } from "../operations/invitation.ts";
import { dropUnusedOfServer } from "../store/invitations.ts";
import { hasAdmin } from "../store/members.ts";
import { transaction } from "../store/pool.ts";
import { all, one } from "../store/statement.ts";
import { insertWorkspace, lockFirstStart, workspaceIds } from "../store/workspaces.ts";

/** A way in for the first admin of a workspace. */
export interface FirstAdmin {
  readonly workspace: string;
  readonly link: string;
}

/** Sees to it that there is a workspace and that each has an admin: gives a fresh invitation for every one that has none yet. */
export async function prepareFirstStart({ pool, now, publicUrl }: Pick<Deps, "pool" | "now" | "publicUrl">): Promise<FirstAdmin[]> {
  return transaction(pool, async (client) => {
    await all(client, lockFirstStart);
    if ((await all(client, workspaceIds)).length === 0) {
      await all(client, insertWorkspace, newId(), unnamedWorkspace, shippedLine("customer", "en", "") ?? "", newId(), now());
    }
    const invited: FirstAdmin[] = [];
    for (const { id, name } of await all(client, workspaceIds)) {
      if ((await one(client, hasAdmin, id)).yes) continue;
      await all(client, dropUnusedOfServer, id);
      const { link } = await invite(client, publicUrl(), now(), { workspaceId: id, id: newId(), role: "admin", createdBy: null });
      invited.push({ workspace: name, link });
    }
    return invited;
  });
}
