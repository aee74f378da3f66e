import type { Mention } from "../schema/mention.ts";
import type { ReviewReason } from "../schema/reviewing.ts";
import type { ask as Ask } from "./ask.ts";

/** A reviewer's three words, each on the text as it was read. */
export function reviewBy(ask: typeof Ask) {
  const read = ({ id, draft }: Mention) => ({ mentionId: id, text: draft?.text ?? "" });
  return {
    async approve(mention: Mention) {
      await ask("review.approve", read(mention));
    },
    async sendBack(mention: Mention, reason: ReviewReason) {
      await ask("review.reject", { ...read(mention), reason });
    },
    async suggest(mention: Mention, edit: string) {
      await ask("review.suggest", { ...read(mention), edit });
    },
  };
}
