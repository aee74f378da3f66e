import { postLanguage } from "../../lib/schema/language.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { SiteId } from "../../lib/schema/post.ts";

/** What a list of waiting posts is kept to; null: anything. */
export interface Narrowing {
  readonly site: SiteId | null;
  /** A primary tag. */
  readonly language: string | null;
  /** A label of the keyword lists. */
  readonly topic: string | null;
  /** What waits longest stands first; otherwise whose turn it is. */
  readonly order: "longest" | null;
}

export const anything: Narrowing = { site: null, language: null, topic: null, order: null };

/** Of posts in the order of their turns those that fit, in the order that is asked for. */
export function narrow(mentions: readonly Mention[], { site, language, topic, order }: Narrowing): Mention[] {
  const fitting = mentions.filter(
    (mention) =>
      (site === null || mention.site === site) &&
      (language === null || postLanguage(mention) === language) &&
      (topic === null || mention.labels.includes(topic)),
  );
  return order === null ? fitting : fitting.sort((a, b) => Date.parse(a.firstSeenAt) - Date.parse(b.firstSeenAt) || (a.id < b.id ? -1 : 1));
}

/** What there is to keep to among these posts. */
export function choicesAmong(mentions: readonly Mention[]) {
  const all = <T extends string>(of: (mention: Mention) => readonly T[]) => [...new Set(mentions.flatMap(of))].sort();
  return {
    sites: all(({ site }) => [site]),
    languages: all((mention) => [postLanguage(mention)].filter((language) => language !== null)),
    topics: all(({ labels }) => labels),
  };
}
