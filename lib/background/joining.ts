import { FanswerError } from "../schema/errors.ts";
import { getMeta, joinIdFor, signIn } from "../store/meta.ts";
import { parseInvitation } from "../sync/invitation.ts";
import { join } from "../sync/join.ts";
import type { WorkerContext } from "./context.ts";

/** Joins with what a member pasted. Throws `consent_needed` before they agreed, and what is wrong with the invitation. */
export async function joinWith({ store, fetch, newId }: WorkerContext, invitation: string, name: string): Promise<void> {
  if (!(await getMeta(store, "consent"))) throw new FanswerError("consent_needed");
  const account = await getMeta(store, "account");
  const parsed = parseInvitation(invitation, account?.server ?? null);
  const joinId = await joinIdFor(store, parsed.code, newId);
  await signIn(store, await join(fetch, parsed, name, joinId));
}
