import type { Sighting } from "../../lib/schema/mention.ts";
import { sightingRows } from "./sighting-rows.ts";

/** What is sent of one post, word for word. */
export function Leaves({ sighting }: { sighting: Sighting }) {
  return (
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
  );
}
