import { i18n } from "#i18n";
import { commaList } from "../../lib/i18n/list-text.ts";
import { siteIds } from "../../lib/schema/post.ts";
import type { Drift, StoreState } from "../../lib/state/store-state.ts";
import { Notice } from "../ui/notice.tsx";

/** What the server sends and this version of the extension does not understand. */
export function UnreadNote({ unread }: { unread: StoreState["unread"]["value"] }) {
  if (unread === null) return null;
  return <Notice tone="danger">{i18n.t("panel.unread", { count: unread.count, places: commaList(unread.places) })}</Notice>;
}

/** How much of a site is not read any more, as a sentence. */
export const driftText = ({ readable, posts, site, missing }: Drift): string =>
  i18n.t("panel.drift", { readable, posts, site: siteText(site), missing: commaList(missing) });

/** Sites whose pages are no longer read well, with what is missing. */
export function DriftNotes({ drifts, unread }: { drifts: readonly Drift[]; unread: StoreState["unread"]["value"] }) {
  return (
    <>
      <UnreadNote unread={unread} />
      {drifts.map((drift) => (
        <Notice key={drift.site} tone="danger">
          {driftText(drift)}
        </Notice>
      ))}
    </>
  );
}

function siteText(site: string): string {
  const known = siteIds.find((id) => id === site);
  return known ? i18n.t(`site.${known}`) : site;
}
