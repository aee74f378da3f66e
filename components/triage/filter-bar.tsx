import { i18n } from "#i18n";
import { languageText } from "../../lib/i18n/language-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { siteIds } from "../../lib/schema/post.ts";
import { routes } from "../../lib/schema/triage.ts";
import { Pick } from "../ui/pick.tsx";
import { type Filter, isFiltering, noFilter } from "./filter.ts";

interface FilterBarProps {
  filter: Filter;
  mentions: readonly Mention[];
  onFilter: (filter: Filter) => void;
}

export const filterId = "panel-filter";

/** Which line, site and language; only what there is to choose among is offered. */
export function FilterBar({ filter, mentions, onFilter }: FilterBarProps) {
  const sites = siteIds.filter((site) => site === filter.site || mentions.some((mention) => mention.site === site));
  const langs = [...new Set([...mentions.map(({ triage }) => triage.lang), ...(filter.lang === null ? [] : [filter.lang])])].sort();
  return (
    <search class="row filter-bar">
      <Pick
        id={filterId}
        label={i18n.t("panel.filterRoute")}
        value={filter.route}
        options={routes.map((route) => [route, i18n.t(`route.${route}`)])}
        onPick={(route) => onFilter({ ...filter, route })}
      />
      <Pick
        label={i18n.t("panel.filterSite")}
        value={filter.site}
        options={sites.map((site) => [site, i18n.t(`site.${site}`)])}
        onPick={(site) => onFilter({ ...filter, site })}
      />
      <Pick
        label={i18n.t("panel.filterLanguage")}
        value={filter.lang}
        options={langs.map((lang) => [lang, languageText(lang) ?? i18n.t("reason.unknown_language")])}
        onPick={(lang) => onFilter({ ...filter, lang })}
      />
      <label class="row">
        <input
          type="checkbox"
          checked={filter.unassigned}
          onChange={(event) => onFilter({ ...filter, unassigned: event.currentTarget.checked })}
        />
        {i18n.t("panel.unassigned")}
      </label>
      {isFiltering(filter) && (
        <button type="button" class="link" onClick={() => onFilter(noFilter)}>
          {i18n.t("panel.showAll")}
        </button>
      )}
    </search>
  );
}
