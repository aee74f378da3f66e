import { i18n } from "#i18n";
import { oneLine, personName } from "../../lib/i18n/mention-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { liveClaim } from "../../lib/state/clock.ts";

/** Who is on a post, or who should be. */
export function Who({ mention, me, nowMs }: { mention: Mention; me: Member; nowMs: number }) {
  const holder = liveClaim(mention, nowMs)?.holder;
  const person = holder ?? mention.assignee;
  if (person === null || person === undefined || (holder !== undefined && holder.id === me.id)) return null;
  const name = person.id === me.id ? i18n.t("panel.you") : oneLine(personName(person), 16);
  return <span class="line-cut quiet">{holder ? name : i18n.t("panel.for", { who: name })}</span>;
}
