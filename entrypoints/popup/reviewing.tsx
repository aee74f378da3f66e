import type { ReviewsProps } from "../../components/queue/actions.ts";
import { ReviewList } from "../../components/review/review-list.tsx";
import { ask } from "../../lib/messaging/ask.ts";
import { openPost } from "../../lib/messaging/open-post.ts";
import { reviewBy } from "../../lib/messaging/review.ts";

const actions = reviewBy(ask);

/** Reviewing in the popup; apart, since most members and most moments do without it. */
export function Reviewing({ mentions }: ReviewsProps) {
  return <ReviewList mentions={mentions} actions={actions} onOpenPost={(link) => void openPost(link)} />;
}
