import { i18n } from "#i18n";
import { exampleMention, exampleSighting, sightingRows } from "./example.ts";

/** What is sent of a post that matches, word for word, and what never is. */
export function WhatLeaves({ clock }: { clock: () => number }) {
  const rows = sightingRows(exampleSighting(clock()), exampleMention(clock()));
  return (
    <section class="stack">
      <h1>{i18n.t("welcome.leaves")}</h1>
      <p class="lead">{i18n.t("welcome.leavesText")}</p>
      <h2>{i18n.t("welcome.leavesExample")}</h2>
      <dl class="leaves">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt class="quiet">{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <p>{i18n.t("welcome.never")}</p>
      <p class="quiet">{i18n.t("welcome.later")}</p>
    </section>
  );
}
