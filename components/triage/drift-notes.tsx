import { i18n } from "#i18n";
import { commaList } from "../../lib/i18n/list-text.ts";
import { siteIds } from "../../lib/schema/post.ts";
import type { Drift } from "../../lib/state/store-state.ts";
import { Notice } from "../ui/notice.tsx";

/** Sites whose pages are no longer read well, with what is missing. */
export function DriftNotes({ drifts }: { drifts: readonly Drift[] }) {
  return (
    <>
      {drifts.map((drift) => (
        <Notice key={drift.site} tone="danger">
          {i18n.t("panel.drift", {
            readable: drift.readable,
            posts: drift.posts,
            site: siteText(drift.site),
            missing: commaList(drift.missing),
          })}
        </Notice>
      ))}
    </>
  );
}

function siteText(site: string): string {
  const known = siteIds.find((id) => id === site);
  return known ? i18n.t(`site.${known}`) : site;
}
