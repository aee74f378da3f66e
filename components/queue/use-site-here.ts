import { Eye, EyeOff, PowerOff } from "lucide-preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { SiteUse, UsedSite } from "../../lib/schema/site-use.ts";
import type { SiteActions } from "../settings/actions.ts";

/** What can be switched on or off on the site of the tab in front; empty elsewhere. */
export function useSiteHere({ list, use }: SiteActions) {
  const [here, setHere] = useState<UsedSite | null>(null);
  const load = useCallback(async () => {
    const sites = await list().catch(() => []);
    setHere(sites.find(({ isHere }) => isHere) ?? null);
  }, [list]);
  useEffect(() => void load(), [load]);
  if (here === null) return [];
  const name = i18n.t(`site.${here.site}`);
  const pick = (next: SiteUse) => () => void use(here.site, next).then(load, () => {});
  const ways = {
    on: { key: "site-on", text: i18n.t("sites.onHere", { site: name }), icon: Eye, onPick: pick("on") },
    unmarked: { key: "site-unmarked", text: i18n.t("sites.unmarkedHere", { site: name }), icon: EyeOff, onPick: pick("unmarked") },
    off: { key: "site-off", text: i18n.t("sites.offHere", { site: name }), icon: PowerOff, onPick: pick("off") },
  };
  return (["on", "unmarked", "off"] as const).filter((each) => each !== here.use).map((each) => ways[each]);
}
