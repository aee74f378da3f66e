import type { Community } from "../../lib/background/community.ts";
import type { Handlers } from "../../lib/messaging/answer.ts";
import type { Store } from "../../lib/store/database.ts";
import type { PostAnswers } from "./handlers/posts.ts";

/** What pages show, which concerns all communities. */
export type PageNames = "page.start" | "post.seen" | "drift.note" | "site.list" | "site.use";
/** What the extension speaks on this device. */
export type LanguageNames = "language.choose" | "language.texts";
/** In which communities the device is. */
export type MembershipNames = "session.join" | "session.leave" | "community.begin" | "community.choose";

/** A community with what it answers by itself. */
export interface AnsweringCommunity extends Community {
  readonly id: string;
  readonly store: Store;
  readonly end: () => Promise<void>;
  readonly handlers: Omit<Handlers, PageNames | LanguageNames | MembershipNames> & { readonly posts: PostAnswers };
}
