import type { Pack } from "../../schema/pack.ts";
import type { Post } from "../../schema/post.ts";
import type { SeenReply, SiteAdapter } from "../adapter.ts";
import { openReplyBox } from "../open-composer.ts";
import { createFinder, follows, type SignalFinder } from "../select.ts";
import { readStatusLink, type StatusLink, statusAddress, timeOfId } from "./ids.ts";
import { createXReader } from "./reader.ts";
import { readNode, readParts, repliesTo, talkAround } from "./reading.ts";
import { answeredAt, xReplyBox } from "./reply-box.ts";

/** X, read through `pack` from `page`, and its reply box. */
export function createX(page: Document, pack: Pack): SiteAdapter {
  const find = createFinder(pack);
  const reader = createXReader(page, pack);
  return {
    ...reader,
    editorSelector: find.css("editor"),
    openComposer(node, signal) {
      const post = answeredAt(find, node);
      const { isOwn } = readParts(find, node);
      return openReplyBox({ control: find.first(node, "reply", isOwn), editor: () => xReplyBox(find, page, post) }, signal);
    },
    replyBox: ({ id, author, text }) => xReplyBox(find, page, { id, handle: author.handle?.toLowerCase() ?? null, text }),
    ownReplies(post) {
      const mine = reader.me();
      const posts = reader.findPosts(page).flatMap((node): SeenReply[] => {
        const own = reader.readPost(node);
        const status = own && own.author.handle === mine && mine !== null ? readStatusLink(own.permalink) : null;
        return own && status ? [seenReply(status, own.text, answers(find, page, node, post))] : [];
      });
      const known = new Set(posts.map(({ url }) => url));
      // A notice names any post that the site took, and says none of its words.
      const notices = find.all(page, "toast").flatMap((link) => {
        const status = readStatusLink(link.getAttribute("href"));
        return status && !known.has(statusAddress(status)) ? [seenReply(status, "", false)] : [];
      });
      return [...posts, ...notices].filter((reply) => reply.url !== post.permalink);
    },
  };
}

/** Whether the page shows that what stands at `node` answers this post: it says so, or stands below it in its conversation. */
function answers(find: SignalFinder, page: Document, node: Element, post: Post): boolean {
  const said = repliesTo(find, node, readNode(find, node)).map((handle) => handle.slice(1).toLowerCase());
  if (said.length > 0) return post.author.handle !== null && said.includes(post.author.handle.toLowerCase());
  const talk = talkAround(find, page, node);
  return talk !== null && find.all(talk, "post").some((above) => follows(above, node) && readNode(find, above).status?.id === post.id);
}

function seenReply(status: StatusLink, text: string, isAnswer: boolean): SeenReply {
  return { url: statusAddress(status), text, postedAt: timeOfId(status.id), answers: isAnswer };
}
