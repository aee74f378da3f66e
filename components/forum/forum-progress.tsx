import { RefreshCw } from "lucide-preact";
import { i18n } from "#i18n";
import { timeText } from "../../lib/i18n/moment-text.ts";
import type { Forum } from "../../lib/schema/forum.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

type Progress = NonNullable<Forum["progress"]>;

/** What was taken over from the forum by now, how it goes, and what there is to decide. */
export function ForumTaken({ forum, onNow }: { forum: Forum; onNow: () => void }) {
  const { takesTopics, takesAccounts, answers, accounts, progress, gone } = forum;
  if (!takesTopics && !takesAccounts) return null;
  return (
    <section class="stack">
      <h2>{i18n.t("forum.taken", { forum: forum.name })}</h2>
      <p>
        {takesTopics && i18n.t("forum.answers", answers)} {takesAccounts && i18n.t("forum.accounts", accounts)}
      </p>
      {progress?.problem && (
        <Notice tone="danger">
          {i18n.t(`callProblem.${progress.problem}`)} {i18n.t("forum.again", { time: timeText(progress.nextAt) })}
        </Notice>
      )}
      <div class="row">
        <p class="quiet grow" role="status">
          {progress === null ? i18n.t("forum.soon") : howItGoes(progress)}
        </p>
        {progress !== null && (
          <Button icon={RefreshCw} onClick={onNow}>
            {i18n.t("forum.now")}
          </Button>
        )}
      </div>
      {gone.length > 0 && (
        <p>
          {i18n.t("forum.gone")} <bdi class="strong">{gone.map(({ name }) => name).join(", ")}</bdi>{" "}
          <a href="#people">{i18n.t("admin.people")}</a>
        </p>
      )}
    </section>
  );
}

function howItGoes({ stage, endedAt, nextAt, problem }: Progress): string {
  const last = endedAt === null ? i18n.t("forum.never") : i18n.t("forum.ended", { time: timeText(endedAt) });
  if (problem !== null) return last;
  const next = stage === null ? i18n.t("forum.next", { time: timeText(nextAt) }) : i18n.t(`forum.reading.${stage}`);
  return `${last} ${next}`;
}
