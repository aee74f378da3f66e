import type { Mention } from "../../lib/schema/mention.ts";
import type { ReviewReason } from "../../lib/schema/reviewing.ts";
import type { LookWord, WrongEnding } from "../../lib/schema/second-look.ts";
import type { Amend } from "../../lib/sites/profile.ts";

/** What a reviewer can say of a mention's draft. What fails rejects with why. */
export interface ReviewActions {
  approve(mention: Mention): Promise<void>;
  sendBack(mention: Mention, reason: ReviewReason): Promise<void>;
  suggest(mention: Mention, edit: string): Promise<void>;
}

/** What a member can do about published answers that are looked at again. What fails rejects with why. */
export interface LookActions {
  list(): Promise<readonly Mention[]>;
  say(mention: Mention, word: LookWord): Promise<void>;
  end(mention: Mention, ending: WrongEnding): Promise<void>;
  openPost(link: string): void;
  /** How the site lets an author put right what stands there. */
  amendOn(site: Mention["site"]): Amend;
}

/** What of a review is open: the reasons for sending it back, or the box for other words. */
export type ReviewStep = "sendBack" | "edit" | null;
