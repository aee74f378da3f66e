import { i18n } from "#i18n";
import type { LevelTerms } from "../../lib/i18n/level-text.ts";
import { timeText } from "../../lib/i18n/moment-text.ts";
import { usualRetention } from "../../lib/schema/retention.ts";
import { can } from "../../lib/schema/roles.ts";
import type { Member, Workspace } from "../../lib/schema/workspace.ts";
import { memberOf } from "../../lib/state/selectors.ts";
import type { StoreState } from "../../lib/state/store-state.ts";
import { BadgesSection } from "../game/badges.tsx";
import { BoardSection } from "../game/board.tsx";
import { PageHead } from "../queue/page-head.tsx";
import { useRead } from "../settings/use-read.ts";
import { NotJoined } from "../ui/not-joined.tsx";
import { Notice } from "../ui/notice.tsx";
import type { YouActions } from "./actions.ts";
import { AnswersSection } from "./own-answers.tsx";
import { FileSection } from "./own-file.tsx";
import { LevelSection } from "./own-level.tsx";
import { PointsSection } from "./own-points.tsx";
import { ReviewsSection } from "./own-reviews.tsx";
import { WeeksSection } from "./own-weeks.tsx";

interface YouProps {
  state: Pick<StoreState, "session" | "left" | "outbox">;
  actions: YouActions;
  /** What the member reads as the browser says, as primary tags. */
  languages: readonly string[];
}

/** The page of one's own work: what became of it, how far one is trusted, and what for. */
export function You({ state, actions, languages }: YouProps) {
  const session = state.session.value;
  if (session === null) return null;
  const member = memberOf(session);
  if (member === null)
    return <NotJoined session={session} left={state.left.value} why={i18n.t("you.join")} onJoin={() => actions.openPage("welcome")} />;
  const outbox = state.outbox.value;
  return (
    <>
      <PageHead workspace={session.workspace} outbox={outbox} />
      <main class="you">
        <h1>{i18n.t("you.title")}</h1>
        {can(member, "answer") ? (
          <Work
            {...{ member, actions }}
            languages={session.languages ?? languages}
            terms={session.workspace ?? {}}
            problem={outbox.problem}
          />
        ) : (
          <>
            <p>{i18n.t("you.noWork")}</p>
            <FileSection onRead={actions.data} onSave={actions.save} />
          </>
        )}
      </main>
    </>
  );
}

interface WorkProps extends Pick<YouProps, "actions" | "languages"> {
  member: Member;
  terms: LevelTerms & Pick<Workspace, "retention">;
  /** Why the last sync failed. */
  problem: string | null;
}

/** All of it at once, so that nothing moves under a press. */
function Work({ member, actions, languages, terms, problem: away }: WorkProps) {
  const { value: page, problem } = useRead(actions.read, `${member.level} ${away}`, actions.kept);
  if (page === null) return problem === null ? <p class="quiet">{i18n.t("ui.loading")}</p> : <Notice tone="danger">{problem}</Notice>;
  const asOf = i18n.t("you.asOf", { time: timeText(new Date(page.atMs).toISOString()) });
  return (
    <>
      <p class="hint as-of" role="status">
        {problem === null ? asOf : `${asOf} ${problem}`}
      </p>
      <LevelSection own={page.level} terms={terms} />
      <WeeksSection own={page.weeks} />
      <AnswersSection first={page.answers} keptDays={(terms.retention ?? usualRetention).closed} onAsk={actions.answers} />
      <ReviewsSection first={page.reviews} onAsk={actions.reviews} />
      <PointsSection own={page.points} />
      <FileSection onRead={actions.data} onSave={actions.save} />
      <BadgesSection actions={actions.badges} newBadges={member.profile?.newBadges ?? []} />
      <BoardSection actions={actions.board} languages={languages} isStaff={can(member, "triage")} />
    </>
  );
}
