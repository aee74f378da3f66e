import { FanswerError } from "../schema/errors.ts";
import type { InvitationFrom } from "../schema/invitations.ts";
import { getMeta, joinIdFor, saveLanguages, signIn } from "../store/meta.ts";
import { forumLinkIn, type ParsedInvitation, parseInvitation, workspaceIn } from "../sync/invitation.ts";
import { join } from "../sync/join.ts";
import { askWhose, askWhoseForum } from "../sync/whose.ts";
import type { WorkerContext } from "./context.ts";
import { deviceLabel } from "./device-label.ts";

/** A community of this device, as joining needs it. */
interface Joinable {
  readonly id: string;
  readonly context: Pick<WorkerContext, "store" | "fetch" | "newId">;
}

/** Whose community what a member pasted leads to. Throws what is wrong with it. */
export async function lookAtInvitation({ store, fetch, newId }: Joinable["context"], invitation: string): Promise<InvitationFrom> {
  const link = forumLinkIn(invitation);
  if (link !== null) return askWhoseForum(fetch, link, newId());
  const account = await getMeta(store, "account");
  return askWhose(fetch, parseInvitation(invitation, account?.server ?? null));
}

/**
 * Where an invitation leads: into `wanted`, or back into the community of this device that it is for, when the server does not know that device any
 * more. Throws `already_joined` when it does: a second account would be a second person there.
 */
async function placeFor<C extends Joinable>(wanted: C, all: readonly C[], { server, code }: ParsedInvitation): Promise<C> {
  const workspace = workspaceIn(code);
  for (const each of all) {
    const { store } = each.context;
    const [account, trouble] = await Promise.all([getMeta(store, "account"), getMeta(store, "trouble")]);
    if (!account || workspace === null || account.server !== server || workspaceIn(account.token) !== workspace) continue;
    if (trouble?.code !== "unauthorized") throw new FanswerError("already_joined");
    return each;
  }
  return wanted;
}

/** Joins with what a member pasted, and gives the community joined. Throws `consent_needed` before they agreed, and what is wrong with the invitation. */
export async function joinWith<C extends Joinable>(wanted: C, all: readonly C[], invitation: string, name: string): Promise<C> {
  const consent = await getMeta(wanted.context.store, "consent");
  if (!consent) throw new FanswerError("consent_needed");
  const account = await getMeta(wanted.context.store, "account");
  const parsed = parseInvitation(invitation, account?.server ?? null);
  const place = await placeFor(wanted, all, parsed);
  const { store, fetch, newId } = place.context;
  const joinId = await joinIdFor(store, parsed.code, newId);
  const { account: joined, languages } = await join(fetch, parsed, { name, device: await deviceLabel(), joinId });
  await signIn(store, joined);
  if (languages.length > 0 && !(await getMeta(store, "languages"))) await saveLanguages(store, languages);
  return place;
}
