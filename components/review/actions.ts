import type { Mention } from "../../lib/schema/mention.ts";
import type { ReviewReason } from "../../lib/schema/reviewing.ts";

/** What a reviewer can say of a mention's draft. What fails rejects with why. */
export interface ReviewActions {
  approve(mention: Mention): Promise<void>;
  sendBack(mention: Mention, reason: ReviewReason): Promise<void>;
  suggest(mention: Mention, edit: string): Promise<void>;
}

/** What of a review is open: the reasons for sending it back, or the box for other words. */
export type ReviewStep = "sendBack" | "edit" | null;
