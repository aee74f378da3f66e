import { i18n } from "#i18n";
import type { Sighting } from "../../lib/schema/mention.ts";
import { sightingRows } from "./sighting-rows.ts";

/** What is sent of one post: for reading, and word for word. */
export function Leaves({ sighting }: { sighting: Sighting }) {
  return (
    <>
      <dl class="leaves">
        {sightingRows(sighting).map(([name, value]) => (
          <div key={name}>
            <dt class="quiet">{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <details>
        <summary class="quiet">{i18n.t("share.whole")}</summary>
        <pre class="leaves-whole" dir="ltr">
          {JSON.stringify(sighting, null, 1)}
        </pre>
      </details>
    </>
  );
}
