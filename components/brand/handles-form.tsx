import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { type OwnHandles, readHandles } from "../../lib/schema/brand.ts";
import { type NamedSite, namedSites } from "../../lib/schema/post.ts";
import { Area } from "../ui/area.tsx";

interface HandlesFormProps {
  handles: OwnHandles;
  onHandles: (handles: OwnHandles) => void;
}

const linesOf = (text: string): string[] => text.split(/[\n,]/).flatMap((line) => line.trim() || []);

/** The brand's own accounts, a box for each site; what cannot be one stays in its box, with a sentence. */
export function HandlesForm({ handles, onHandles }: HandlesFormProps) {
  const [wrong, setWrong] = useState<NamedSite | null>(null);
  const set = (site: NamedSite, text: string) => {
    const own = readHandles(linesOf(text));
    setWrong(own === null ? site : null);
    if (own !== null) onHandles({ [site]: own });
  };
  return (
    <section class="stack" aria-label={i18n.t("brand.handles")}>
      <h2>{i18n.t("brand.handles")}</h2>
      <p class="hint">{i18n.t("brand.handlesHint")}</p>
      {namedSites.map((site) => (
        <Area
          key={site}
          rows={2}
          label={i18n.t("brand.handlesOn", { site: i18n.t(`site.${site}`) })}
          hint={i18n.t("answering.lines")}
          value={(handles[site] ?? []).join("\n")}
          problem={wrong === site ? i18n.t("brand.handlesWrong") : null}
          onChange={(text) => set(site, text)}
        />
      ))}
    </section>
  );
}
