import { i18n } from "#i18n";
import type { Draft } from "../../lib/schema/mention.ts";

/** How a draft stands with its reviewers, in a few words; null while it is only being written. */
export function reviewText({ status, review }: Draft): string | null {
  if (status === "approved") return i18n.t("review.approved");
  if (status === "rejected") return i18n.t("review.wasSentBack");
  if (status !== "in_review" || !review) return null;
  if (review.forStaff) return i18n.t("review.forStaff");
  return review.needsUnlike ? i18n.t("review.needsUnlike") : i18n.t("review.needs", review.needs);
}
