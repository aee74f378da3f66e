import { CircleAlert, CircleCheck, CircleDot, type LucideIcon } from "lucide-preact";
import { i18n } from "#i18n";
import { becameTexts } from "../../lib/i18n/became-text.ts";
import { dateText } from "../../lib/i18n/day-text.ts";
import { authorText, oneLine } from "../../lib/i18n/mention-text.ts";
import { type AnswerKind, answerKinds, type OwnAnswer, type OwnAnswers } from "../../lib/schema/own-work.ts";
import { Icon } from "../ui/icon.tsx";
import { Pick } from "../ui/pick.tsx";
import type { YouActions } from "./actions.ts";
import { ListPart, WayOut } from "./list-part.tsx";
import { useList } from "./use-list.ts";

interface AnswersSectionProps {
  first: OwnAnswers;
  /** For how many days the workspace keeps them. */
  keptDays: number;
  onAsk: YouActions["answers"];
}

/** One's published answers, newest first, and what became of each. */
export function AnswersSection({ first, keptDays, onAsk }: AnswersSectionProps) {
  const list = useList<OwnAnswer, AnswerKind>({ items: first.answers, isMore: first.isMore }, async (kind, after) => {
    const { answers, isMore } = await onAsk({ kind, after });
    return { items: answers, isMore };
  });
  const none = list.kind === null ? i18n.t("you.answers.none") : i18n.t("you.answers.noneOfKind");
  return (
    <section class="stack" aria-labelledby="own-answers">
      <div class="row">
        <h2 id="own-answers" class="grow">
          {i18n.t("you.answers.title")}
        </h2>
        <Pick
          label={i18n.t("you.answers.all")}
          value={list.kind}
          options={answerKinds.map((each) => [each, i18n.t(`you.answers.${each}`)])}
          onPick={list.keepTo}
        />
      </div>
      <p class="hint">{i18n.t("you.answers.hint", { days: keptDays })}</p>
      <ListPart {...list} none={none} onMore={list.more} row={(answer) => <AnswerRow answer={answer} />} />
    </section>
  );
}

const icons: Record<ReturnType<typeof becameTexts>[number]["tone"], LucideIcon> = {
  mine: CircleCheck,
  danger: CircleAlert,
  other: CircleDot,
};

function AnswerRow({ answer }: { answer: OwnAnswer }) {
  const { post, site, at, text, url, permalink, proof } = answer;
  const author = authorText(post.author);
  return (
    <>
      <p class="hint">
        {i18n.t("you.answers.to", { author, site: i18n.t(`site.${site}`) })} · {dateText(at)} · {i18n.t(`you.became.${proof}`)}
      </p>
      <p class="quiet line-cut" dir="auto">
        {oneLine(post.words, post.words.length)}
      </p>
      <p class="post-text own-words" dir="auto">
        {text}
      </p>
      <ul class="became">
        {becameTexts(answer).map((each) => (
          <li key={each.text} class="state" data-tone={each.tone}>
            <Icon of={icons[each.tone]} />
            {each.text}
          </li>
        ))}
      </ul>
      <p class="row">
        <WayOut to={url} text={i18n.t("look.open")} />
        <WayOut to={permalink} text={i18n.t("ui.openPost")} />
      </p>
    </>
  );
}
