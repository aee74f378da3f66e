import { liveStatuses } from "../../lib/schema/lifecycle.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { type SiteId, siteIds } from "../../lib/schema/post.ts";
import { type Route, routes } from "../../lib/schema/triage.ts";

/** What of the queue somebody wants to see; null: everything. */
export interface Filter {
  readonly route: Route | null;
  readonly site: SiteId | null;
  readonly lang: string | null;
  /** Only what nobody was asked to take care of. */
  readonly unassigned: boolean;
}

export const noFilter: Filter = { route: null, site: null, lang: null, unassigned: false };

export function passes({ route, site, lang, unassigned }: Filter, mention: Mention): boolean {
  if (route !== null && mention.route !== route) return false;
  if (site !== null && mention.site !== site) return false;
  if (lang !== null && mention.triage.lang !== lang) return false;
  return !unassigned || (mention.assignee === null && liveStatuses.has(mention.status));
}

export const isFiltering = (filter: Filter): boolean => Object.values(filter).some((value) => value !== null && value !== false);

/** What of this was a filter; `kept` may be of another version. */
function filterIn(kept: { readonly [name in keyof Filter]?: unknown }): Filter {
  return {
    route: routes.find((route) => route === kept.route) ?? null,
    site: siteIds.find((site) => site === kept.site) ?? null,
    lang: typeof kept.lang === "string" ? kept.lang : null,
    unassigned: kept.unassigned === true,
  };
}

/** Keeps the filter over days: `kept` is what was kept, `keep` keeps another one, with what else the device holds of the community. */
export function filterMemory(kept: Parameters<typeof filterIn>[0] | undefined, keep: (filter: Filter) => void) {
  let last = kept ? filterIn(kept) : noFilter;
  return {
    load: (): Filter => last,
    save(filter: Filter) {
      last = filter;
      keep(filter);
    },
  };
}
export type FilterMemory = ReturnType<typeof filterMemory>;
