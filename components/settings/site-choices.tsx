import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { type SiteUse, siteUses, type UsedSite } from "../../lib/schema/site-use.ts";
import { Choice } from "../ui/choice.tsx";
import type { SiteActions } from "./actions.ts";

/** What Fanswer does on each site: two different things can be switched off, its marks and its reading. */
export function SiteChoices({ actions, onSaving }: { actions: SiteActions; onSaving: (work: Promise<unknown>) => void }) {
  const [sites, setSites] = useState<readonly UsedSite[]>([]);
  useEffect(() => void actions.list().then(setSites, () => {}), [actions]);
  const pick = ({ site }: UsedSite, use: SiteUse) => onSaving(actions.use(site, use).then(async () => setSites(await actions.list())));
  const options = siteUses.map((value) => ({ value, text: i18n.t(`sites.${value}`), hint: i18n.t(`sites.${value}Hint`) }));
  return (
    <section class="stack">
      <h2>{i18n.t("sites.title")}</h2>
      {sites.map((each) => (
        <Choice<SiteUse>
          key={each.site}
          label={i18n.t(`site.${each.site}`)}
          value={each.use}
          options={options}
          onPick={(use) => pick(each, use)}
        />
      ))}
    </section>
  );
}
