import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { inOwnLanguage } from "../../lib/i18n/spoken.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { Figures } from "../../lib/schema/figures.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { clockOf, liveClaim } from "../../lib/state/clock.ts";
import { Notice } from "../ui/notice.tsx";

const percent = inOwnLanguage((language) => new Intl.NumberFormat(language, { style: "percent" }));

/** Counts the posts on this device, as the server counts all. */
function countHere(mentions: readonly Mention[], nowMs: number): Figures {
  const live = mentions.filter((mention) => clockOf(mention, nowMs) !== null);
  const onIt = live.filter((mention) => liveClaim(mention, nowMs) !== null);
  const free = live.filter((mention) => liveClaim(mention, nowMs) === null);
  const waiting = free.filter((mention) => mention.route === "community");
  return {
    waiting: waiting.length,
    late: waiting.filter((mention) => clockOf(mention, nowMs)?.level === "over").length,
    onIt: onIt.length,
    withStaff: free.length - waiting.length,
    answered: mentions.filter((mention) => mention.status === "answered").length,
    posts: mentions.length,
  };
}

/** Where the posts on this device stand. */
export function OverviewHere({ mentions, nowMs }: { mentions: readonly Mention[]; nowMs: number }) {
  return <Numbers hint={i18n.t("admin.overviewHint")} figures={countHere(mentions, nowMs)} />;
}

const everyMs = 60_000;

/** Where all posts stand as the server counts them, each minute: for who has no posts on their device. */
export function OverviewThere({ read }: { read: () => Promise<Figures> }) {
  const [figures, setFigures] = useState<Figures | null>(null);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page's actions are the same as long as it is open
  useEffect(() => {
    const look = () =>
      read().then(
        (found) => {
          setFigures(found);
          setProblem(null);
        },
        (thrown: unknown) => setProblem(errorCode(thrown)),
      );
    void look();
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <>
      {problem !== null && <Notice tone="danger">{askedErrorText(problem)}</Notice>}
      {figures === null && problem === null && <p class="quiet">{i18n.t("ui.loading")}</p>}
      {figures && <Numbers hint={i18n.t("admin.figuresHint")} figures={figures} />}
    </>
  );
}

/** As four numbers. */
function Numbers({ hint, figures: { waiting, late, onIt, withStaff, answered, posts } }: { hint: string; figures: Figures }) {
  const share = posts === 0 ? null : percent().format(answered / posts);
  return (
    <>
      <p class="quiet lead">{hint}</p>
      <dl class="numbers">
        <Figure
          name={i18n.t("admin.waiting")}
          value={waiting}
          note={late === 0 ? i18n.t("admin.noneLate") : i18n.t("admin.lateOf", late)}
        />
        <Figure name={i18n.t("admin.onIt")} value={onIt} />
        <Figure name={i18n.t("admin.withStaff")} value={withStaff} />
        <Figure
          name={i18n.t("admin.answered")}
          value={answered}
          {...(share !== null && { note: i18n.t("admin.answeredShare", { percent: share }) })}
        />
      </dl>
    </>
  );
}

function Figure({ name, value, note }: { name: string; value: number; note?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="figure">{value}</dd>
      {note && <dd class="quiet">{note}</dd>}
    </div>
  );
}
