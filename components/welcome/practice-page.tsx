import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Card } from "../card/card.tsx";
import { Button } from "../ui/button.tsx";
import { openPractice, type Practice } from "./practice.ts";
import { PracticePost } from "./practice-post.tsx";

/** A post, the real card beside it, and a reply box that stands for the site's. */
export function PracticePage({ clock }: { clock: () => number }) {
  const [practice, setPractice] = useState<Practice | null>(null);
  const [nowMs, setNowMs] = useState(clock);
  useEffect(() => {
    const life = new AbortController();
    setPractice(openPractice(clock, life.signal));
    const timer = setInterval(() => setNowMs(clock()), 1000);
    return () => {
      clearInterval(timer);
      life.abort();
    };
  }, [clock]);
  if (practice === null) return null;
  const { answering, box } = practice;
  const badge = answering.flow.value.card?.badge;
  return (
    <div class="practice">
      <div class="stack">
        <PracticePost nowMs={nowMs} badge={badge ?? null} />
        {box.value !== "" && (
          <div class="practice-box stack">
            <label class="field">
              <span class="hint">{i18n.t("welcome.practiceSite")}</span>
              <textarea class="input" dir="auto" aria-label={i18n.t("welcome.practiceReply")} rows={5} readOnly value={box.value} />
            </label>
            <div class="row">
              <Button onClick={practice.post}>{i18n.t("welcome.practicePost")}</Button>
            </div>
          </div>
        )}
      </div>
      <Card answering={answering} nowMs={nowMs} way="place" onClose={() => void answering.giveBack()} />
    </div>
  );
}
