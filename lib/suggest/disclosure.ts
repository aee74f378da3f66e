import { postLanguage, primaryLanguage } from "../schema/language.ts";
import type { Mention } from "../schema/mention.ts";
import type { Workspace } from "../schema/workspace.ts";

/** The tie to the brand in the language of a post, in the workspace's own wording where there is none for it. */
function disclosureFor({ disclosure, answering }: Workspace, lang: string | null): string {
  const own = answering?.disclosures[primaryLanguage(lang) ?? ""];
  return own ?? disclosure;
}

/** The tie to the brand as the reply to a mention says it. */
export function disclosureOf({ workspace, mention }: { readonly workspace: Workspace; readonly mention: Mention }): string {
  return disclosureFor(workspace, postLanguage(mention));
}

/** The wording that stands in a published reply, in whichever language; null when none does. */
export function disclosureIn(reply: string, { disclosure, answering }: Pick<Workspace, "disclosure" | "answering">): string | null {
  const wordings = [disclosure, ...Object.values(answering?.disclosures ?? {})].filter((wording) => wording.trim() !== "");
  return wordings.find((wording) => reply.includes(wording)) ?? null;
}
