import type { PostOnPage } from "../../components/card/follow.ts";
import type { AnswerDeps } from "../../components/composer/actions.ts";
import { badgeHere } from "../../lib/page/badge-here.ts";
import { FanswerError } from "../../lib/schema/errors.ts";
import type { PostedReply, SiteAdapter } from "../../lib/sites/adapter.ts";
import { isPrivate } from "../../lib/sites/choose.ts";
import { findPost } from "../../lib/sites/find-post.ts";
import { placeReply } from "../../lib/sites/place-reply.ts";
import { watchCorrection } from "../../lib/sites/watch-correction.ts";
import { watchReply } from "../../lib/sites/watch-reply.ts";
import { threadBefore } from "./thread.ts";

interface PlacingDeps {
  readonly mentionId: string;
  readonly page: Document;
  readonly adapter: SiteAdapter;
  readonly ask: AnswerDeps["ask"];
  readonly clipboard: Pick<Clipboard, "writeText">;
}

/** The post of a mention on the page, and what is done beside it. */
export interface Placing {
  /** The post, its badge's place and the open reply box as they stand now; null while the page does not show the post. */
  find(): PostOnPage | null;
  /** What the page shows of the talk before the post. */
  readonly thread: () => readonly string[];
  readonly place: AnswerDeps["place"];
  readonly watch: NonNullable<AnswerDeps["watch"]>;
  /** Waits for the correction of an answer that was found wrong at that time (epoch ms); null when `signal` aborts. */
  readonly watchCorrection: (reply: PostedReply, foundMs: number, signal: AbortSignal) => Promise<PostedReply | null>;
}

export function createPlacing({ mentionId, page, adapter, ask, clipboard }: PlacingDeps): Placing {
  const postId = mentionId.slice(mentionId.indexOf(":") + 1);
  let known: Element | null = null;
  const locate = (): Element | null => {
    if (isPrivate(page.location.href)) return null;
    // Sites show another post in the same node, and the same post in another node.
    if (!known?.isConnected || adapter.readPost(known)?.id !== postId) known = findPost(adapter, page, postId);
    return known;
  };
  return {
    find() {
      const post = locate();
      const isShown = (editor: Element) => editor.checkVisibility();
      const editor = [...page.querySelectorAll(adapter.editorSelector)].find(isShown) ?? null;
      const badge = () => badgeHere(mentionId)?.box() ?? (adapter.anchor(post ?? page.body) ?? post ?? page.body).getBoundingClientRect();
      return post && { post, badge, editor };
    },
    thread() {
      const node = locate();
      return node ? threadBefore(adapter, page, node) : [];
    },
    async place(_card, text, signal) {
      const node = locate();
      if (!node) throw new FanswerError("post_not_found");
      await placeReply({
        adapter,
        node,
        text,
        insert: async (editor, reply) => (await ask("reply.insert", { mentionId, editor, text: reply })).pasted,
        clipboard: (reply) => clipboard.writeText(reply),
        wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
        signal,
      });
    },
    async watch(_card, text, signal) {
      const node = locate();
      const post = node && adapter.readPost(node);
      return post ? watchReply({ page, adapter, post, text, nowMs: Date.now, signal }) : null;
    },
    watchCorrection(reply, foundMs, signal) {
      const post = () => {
        const node = locate();
        return node && adapter.readPost(node);
      };
      return watchCorrection({ adapter, post, reply, foundMs, signal });
    },
  };
}
