import { FanswerError } from "../../schema/errors.ts";
import { mostOf } from "../../schema/limits.ts";
import type { Mention } from "../../schema/mention.ts";
import type { Store } from "../../store/database.ts";
import { getMeta, setMeta } from "../../store/meta.ts";
import { viewMention } from "../../store/views.ts";
import { type Speaking, sideOf } from "../../suggest/disclosure.ts";
import { requireAccount, type WorkerContext } from "../context.ts";

/** Who writes to a mention, with their own words for the tie to the brand. Throws `not_found`. */
export async function speakingOn(context: WorkerContext, mentionId: string): Promise<Speaking & { readonly mention: Mention }> {
  const { workspace, member } = await requireAccount(context);
  const [mention, own] = await Promise.all([viewMention(context.store, mentionId), getMeta(context.store, "ownDisclosures")]);
  if (!mention) throw new FanswerError("not_found");
  return { workspace, mention, me: member, ownDisclosures: own?.[sideOf(member)] ?? {} };
}

/** Keeps a member's own words for the tie in a language; the oldest go when there are too many. */
export async function keepOwnDisclosure(context: WorkerContext, lang: string, line: string): Promise<void> {
  const { member } = await requireAccount(context);
  const { store } = context;
  await store.transaction("rw", store.meta, () => keep(store, sideOf(member), lang, line));
}

async function keep(store: Store, side: "customer" | "brand", lang: string, line: string): Promise<void> {
  const known = (await getMeta(store, "ownDisclosures")) ?? {};
  const others = Object.entries(known[side] ?? {}).filter(([other]) => other !== lang);
  const lines = Object.fromEntries([...others, [lang, line] as const].slice(-mostOf.disclosures));
  await setMeta(store, "ownDisclosures", { ...known, [side]: lines });
}
