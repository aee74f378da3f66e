import { plainHandle } from "../../lib/schema/brand.ts";
import type { AuthorRef } from "../../lib/schema/erasure.ts";
import { FanswerError } from "../../lib/schema/errors.ts";
import { mentionId } from "../../lib/schema/mention.ts";
import { type SiteId, siteIds } from "../../lib/schema/post.ts";
import { isIdOf } from "../../lib/sites/own-links.ts";
import { profiles } from "../../lib/sites/profiles.ts";
import { authorOfPost } from "../store/erasure.ts";
import { first } from "../store/statement.ts";
import type { OperationCall } from "./call.ts";

/** Somebody on a site; the handle in the one form that handles have. */
interface Whom {
  readonly site: SiteId;
  readonly handle: string;
}

/** What sites put before a handle in the address of a profile. */
const before = /^(?:u|user|users|profile|in|people|channel|c)$/i;
const handleForm = /^[^\s\p{C}/?#]+$/u;

function linkOf(text: string): URL | null {
  const whole = /^[\w-]+(?:\.[\w-]+)+\//.test(text) ? `https://${text}` : text;
  return /^https?:/i.test(whole) && URL.canParse(whole) ? new URL(whole) : null;
}

/** The handle in the address of a profile or a post; null where none stands in it. */
function handleIn({ pathname, searchParams }: URL): string | null {
  const parts = pathname.split("/").filter((part) => part !== "");
  const [one = "", two = ""] = parts;
  if (/^profile\.php$/i.test(one)) return searchParams.get("id");
  return (before.test(one) ? two : one) || null;
}

const standsAt = (host: string) => (id: SiteId) => profiles[id].links?.host.test(host) ?? false;

/** The site of an address: one that stands there alone, else the chosen one, as some sites stand anywhere. */
function siteOf({ hostname }: URL, chosen: SiteId): SiteId | undefined {
  const [there, anywhere] = [standsAt(hostname), standsAt("anywhere.example")];
  return siteIds.find((id) => there(id) && !anywhere(id)) ?? [chosen, ...siteIds].find(there);
}

/** Whom somebody means by a handle, or by a link to a profile or a post that is held. Throws `malformed` where that cannot be said. */
export async function whomOf({ client, workspaceId }: Pick<OperationCall, "client" | "workspaceId">, ref: AuthorRef): Promise<Whom> {
  const link = linkOf(ref.author);
  const site = link === null ? ref.site : siteOf(link, ref.site);
  if (site === undefined) throw new FanswerError("malformed", "author");
  const parts = link?.pathname.split("/").filter((part) => part !== "" && isIdOf(site, part)) ?? [];
  const held =
    parts.length > 0 ? await first(client, authorOfPost, { workspaceId, mentionIds: parts.map((part) => mentionId(site, part)) }) : null;
  const handle = plainHandle(held?.handle ?? (link ? (handleIn(link) ?? "") : ref.author));
  if (!handleForm.test(handle) || handle.length > 200) throw new FanswerError("malformed", "author");
  return { site, handle };
}
