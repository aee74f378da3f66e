import { noteDecisions } from "../audit/note.ts";
import type { Config, ServerTask } from "../config.ts";
import { checkDatabase } from "../database/check.ts";
import { onDatabase } from "../database/existing.ts";
import { newId } from "../ids.ts";
import type { Log } from "../log.ts";
import { invite } from "../operations/invitation.ts";
import { ownUrl } from "../public-url.ts";
import type { FirstAdmin } from "../start/first-admins.ts";
import { StartupError } from "../startup-error.ts";
import { dropUnusedOfServer } from "../store/invitations.ts";
import { signOutAdmins } from "../store/members.ts";
import { withClient } from "../store/pool.ts";
import { all } from "../store/statement.ts";
import { workspaceIds } from "../store/workspaces.ts";

/** How devices reach the server, which may not be running. */
export function addressOf({ publicUrl, host, port }: Pick<Config, "publicUrl" | "host" | "port">): string {
  if (publicUrl !== null) return publicUrl;
  if (port !== 0) return ownUrl(host, port);
  throw new StartupError("With PORT=0 nobody knows where devices reach the server: set PUBLIC_URL, or PORT as the server has it.");
}

/**
 * `--invite-admin`: a way in for a workspace whose admins all lost their devices. Whoever may read the database may do this; the log of decisions
 * tells of it. One that was made before and that nobody used is void then.
 */
export async function inviteAdmin(
  config: Config,
  { workspace: named, signsOut }: Extract<ServerTask, { name: "invite-admin" }>,
  now: () => Date,
  log: Log,
  asked: AbortSignal,
): Promise<FirstAdmin> {
  const publicUrl = addressOf(config);
  return onDatabase(config, now, log, asked, async (url) => {
    await checkDatabase(url);
    return withClient(url, async (client) => {
      await client.query("BEGIN");
      const workspaces = await all(client, workspaceIds);
      const [found, ...others] = workspaces.filter(({ id }) => named === null || id === named);
      if (!found || others.length > 0) {
        const known = workspaces.map(({ id, name }) => `\n  --invite-admin ${id}   ${name}`).join("");
        throw new StartupError(`Say which workspace:${known || " there is none, start the server first."}`);
      }
      const [at, id] = [now(), newId()];
      await all(client, dropUnusedOfServer, found.id);
      if (signsOut) await all(client, signOutAdmins, { workspaceId: found.id, at });
      const { link } = await invite(client, publicUrl, at, { workspaceId: found.id, id, role: "admin", createdBy: null });
      const note = { id, member: null, action: "server.invite_admin", subject: id, detail: { signsOut: String(signsOut) } };
      await noteDecisions({ client, workspaceId: found.id, at }, [note]);
      await client.query("COMMIT");
      return { workspace: found.name, link };
    });
  });
}
