import type { ReviewsProps } from "../../components/queue/actions.ts";
import { ReviewList } from "../../components/review/review-list.tsx";
import { SecondLooks, type SecondLooksProps } from "../../components/review/second-looks.tsx";
import type { ask as Ask } from "../../lib/messaging/ask.ts";
import { openPost } from "../../lib/messaging/open-post.ts";
import { reviewBy } from "../../lib/messaging/review.ts";
import { secondLookBy } from "../../lib/messaging/second-look.ts";
import type { SiteId } from "../../lib/schema/post.ts";
import { profiles } from "../../lib/sites/profiles.ts";

/** Reviewing in the popup, for the community that `ask` speaks to; apart, since most members and most moments do without it. */
export function popupReviews(ask: typeof Ask) {
  const actions = reviewBy(ask);
  return function Reviewing({ mentions }: ReviewsProps) {
    return <ReviewList mentions={mentions} actions={actions} onOpenPost={(link) => void openPost(link)} />;
  };
}

/** Published answers to look at again, of the same community. */
export function popupLooks(ask: typeof Ask) {
  const actions = {
    ...secondLookBy(ask),
    openPost: (link: string) => void openPost(link),
    amendOn: (site: SiteId) => profiles[site].amend,
  };
  return function Looking(props: SecondLooksProps) {
    return <SecondLooks {...props} actions={actions} />;
  };
}
