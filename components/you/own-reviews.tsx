import { i18n } from "#i18n";
import { dateText } from "../../lib/i18n/day-text.ts";
import { authorText, oneLine } from "../../lib/i18n/mention-text.ts";
import type { OwnReview, OwnReviews } from "../../lib/schema/own-work.ts";
import type { YouActions } from "./actions.ts";
import { ListPart, WayOut } from "./list-part.tsx";
import { useList } from "./use-list.ts";

interface ReviewsSectionProps {
  first: OwnReviews;
  onAsk: YouActions["reviews"];
}

/** What one said of others' drafts and answers, and what became of those. */
export function ReviewsSection({ first, onAsk }: ReviewsSectionProps) {
  const list = useList<OwnReview>({ items: first.reviews, isMore: first.isMore }, async (_, after) => {
    const { reviews, isMore } = await onAsk({ after });
    return { items: reviews, isMore };
  });
  return (
    <section class="stack">
      <h2>{i18n.t("you.reviews.title")}</h2>
      <ListPart {...list} none={i18n.t("you.reviews.none")} onMore={list.more} row={(review) => <ReviewRow review={review} />} />
    </section>
  );
}

function ReviewRow({ review: { post, permalink, at, verdict, became } }: { review: OwnReview }) {
  return (
    <>
      <p class="hint line-cut" dir="auto">
        <bdi>{authorText(post.author)}</bdi> {oneLine(post.words, post.words.length)}
      </p>
      <p>
        {i18n.t(`you.said.${verdict}`)} <span class="strong">{i18n.t(`you.read.${became}`)}</span>
      </p>
      <p class="row hint">
        {dateText(at)}
        <WayOut to={permalink} text={i18n.t("ui.openPost")} />
      </p>
    </>
  );
}
