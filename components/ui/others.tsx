import { i18n } from "#i18n";
import { oneLine } from "../../lib/i18n/mention-text.ts";
import type { Doing } from "../../lib/schema/presence.ts";

export interface OthersProps {
  /** Those who are there, the most telling first. */
  people: readonly { readonly name: string; readonly doing: Doing }[];
}

/** Who else looks at a post or writes on it, in one line; nothing when nobody does. */
export function Others({ people }: OthersProps) {
  const [first, ...rest] = people;
  if (!first) return null;
  const who = oneLine(first.name, 24);
  const text = first.doing === "writing" ? i18n.t("others.writing", { who }) : i18n.t("others.looking", { who });
  return <span class="line-cut quiet">{rest.length === 0 ? text : i18n.t("others.more", { text, count: String(rest.length) })}</span>;
}
