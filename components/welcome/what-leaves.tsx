import { i18n } from "#i18n";
import { Leaves } from "../share/leaves.tsx";
import { exampleSighting } from "./example.ts";

/** What is sent of a post that matches, word for word, and what never is. */
export function WhatLeaves({ clock }: { clock: () => number }) {
  return (
    <section class="stack">
      <h1>{i18n.t("welcome.leaves")}</h1>
      <p class="lead">{i18n.t("welcome.leavesText")}</p>
      <h2>{i18n.t("welcome.leavesExample")}</h2>
      <Leaves sighting={exampleSighting(clock())} />
      <p>{i18n.t("welcome.never")}</p>
      <p class="quiet">{i18n.t("welcome.later")}</p>
    </section>
  );
}
