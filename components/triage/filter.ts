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

const place = "fanswer.panel.filter";

/** Keeps the filter over days, for this device alone. */
export function filterMemory(storage: Pick<Storage, "getItem" | "setItem">) {
  return {
    load(): Filter {
      try {
        const kept = JSON.parse(storage.getItem(place) ?? "{}") as Partial<Filter>;
        return {
          route: routes.find((route) => route === kept.route) ?? null,
          site: siteIds.find((site) => site === kept.site) ?? null,
          lang: typeof kept.lang === "string" ? kept.lang : null,
          unassigned: kept.unassigned === true,
        };
      } catch {
        return noFilter;
      }
    },
    save: (filter: Filter) => storage.setItem(place, JSON.stringify(filter)),
  };
}
export type FilterMemory = ReturnType<typeof filterMemory>;
