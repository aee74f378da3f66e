import { FanswerError } from "../schema/errors.ts";
import { getMeta, joinIdFor, saveLanguages, signIn } from "../store/meta.ts";
import { parseInvitation } from "../sync/invitation.ts";
import { join } from "../sync/join.ts";
import type { WorkerContext } from "./context.ts";
import { deviceLabel } from "./device-label.ts";

/** Joins with what a member pasted. Throws `consent_needed` before they agreed, and what is wrong with the invitation. */
export async function joinWith({ store, fetch, newId }: WorkerContext, invitation: string, name: string): Promise<void> {
  if (!(await getMeta(store, "consent"))) throw new FanswerError("consent_needed");
  const account = await getMeta(store, "account");
  const parsed = parseInvitation(invitation, account?.server ?? null);
  const joinId = await joinIdFor(store, parsed.code, newId);
  const { account: joined, languages } = await join(fetch, parsed, { name, device: await deviceLabel(), joinId });
  await signIn(store, joined);
  if (languages.length > 0 && !(await getMeta(store, "languages"))) await saveLanguages(store, languages);
}
