import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Card } from "../card/card.tsx";
import { openPractice, type Practice } from "./practice.ts";
import { PracticePost } from "./practice-post.tsx";

/** The first screen: one idea and a picture of the real thing. */
export function WhatPage({ clock }: { clock: () => number }) {
  const [picture, setPicture] = useState<Practice | null>(null);
  useEffect(() => {
    const life = new AbortController();
    setPicture(openPractice(clock, life.signal));
    return () => life.abort();
  }, [clock]);
  return (
    <section class="stack">
      <h1>{i18n.t("welcome.what")}</h1>
      <p class="lead">{i18n.t("welcome.whatText")}</p>
      {picture && (
        <div role="img" aria-label={i18n.t("welcome.whatPicture")}>
          <div class="practice" inert>
            <PracticePost nowMs={clock()} badge={picture.answering.flow.value.card?.badge ?? null} />
            <Card answering={picture.answering} nowMs={clock()} way="place" onClose={() => {}} />
          </div>
        </div>
      )}
    </section>
  );
}
