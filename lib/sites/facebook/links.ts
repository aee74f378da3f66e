export interface PostLink {
  /** Id of what the link leads to: the comment if it names one, else the post. */
  readonly id: string;
  readonly postId: string;
  readonly isComment: boolean;
  /** Absolute, without tracking parameters. */
  readonly url: string;
}

const origin = "https://www.facebook.com";
const markers = new Set(["posts", "permalink", "videos", "reel", "reels", "photos", "photo", "watch"]);
const idParameters = ["story_fbid", "multi_permalinks", "fbid", "v"];
const keptParameters = [...idParameters, "id", "comment_id", "reply_comment_id"];
const isId = (part: string | null | undefined): part is string => /^(\d{5,}|pfbid\w+)$/.test(part ?? "");

function parse(href: string | null | undefined): URL | null {
  const url = href ? URL.parse(href, origin) : null;
  return url && /(^|\.)facebook\.com$/.test(url.hostname) ? url : null;
}

/** True for an id that is the same for everybody: `pfbid...` is made anew for each viewer and time. */
export const isLasting = (link: PostLink | null): boolean => /^\d/.test(link?.postId ?? "");

/** Reads a link to a post, photo, video, reel or comment; null for any other. A photo that a post shows is told by that post. */
export function readPostLink(href: string | null | undefined): PostLink | null {
  const url = parse(href);
  if (!url) return null;
  const { searchParams } = url;
  const parts = url.pathname.split("/").filter(Boolean);
  const mark = parts.findIndex((part) => markers.has(part));
  const shownBy = searchParams.get("set")?.match(/^(?:gm|pcb)\.(\d+)$/)?.[1];
  const named = shownBy ?? idParameters.map((name) => searchParams.get(name)).find(isId);
  // A link to a comment may name its post alone: /POST?comment_id=COMMENT.
  const bare = parts.length === 1 && searchParams.has("comment_id") ? parts.find(isId) : undefined;
  const postId = named ?? (mark < 0 ? bare : parts.slice(mark + 1).findLast(isId));
  if (!postId) return null;
  const comment = searchParams.get("reply_comment_id") ?? searchParams.get("comment_id");
  const isComment = /^\d+$/.test(comment ?? "");
  return { id: isComment && comment ? comment : postId, postId, isComment, url: shownBy ? `${origin}/${shownBy}` : cleanUrl(url) };
}

function cleanUrl(url: URL): string {
  const kept = new URL(url.pathname, origin);
  for (const name of keptParameters) {
    const value = url.searchParams.get(name);
    if (value) kept.searchParams.set(name, value);
  }
  return kept.href;
}

export interface CommentTag {
  readonly postId: string;
  readonly commentId: string;
}

/** The ids that a link to a comment's author carries: `comment_id` is base64 of `comment:<post>_<comment>`. */
export function readCommentTag(href: string | null | undefined): CommentTag | null {
  try {
    const [, postId, commentId] = atob(parse(href)?.searchParams.get("comment_id") ?? "").match(/^comment:(\d+)_(\d+)$/) ?? [];
    return postId && commentId ? { postId, commentId } : null;
  } catch {
    // No base64.
    return null;
  }
}

/** Pages of the site itself, where one part is the whole path. */
const notProfiles = /^(photo|watch|reel|events|help|marketplace|search|gaming|.*\.php)$/;

/** What names a person or page in a link to them: the name in the path, or the number; null for other links. */
export function profileKey(href: string | null | undefined): string | null {
  const url = parse(href);
  if (!url || url.hostname.startsWith("l.")) return null;
  const parts = url.pathname.split("/").filter(Boolean);
  const [first, second, third, fourth] = parts;
  if (first === "profile.php") return url.searchParams.get("id");
  if (first === "groups") return third === "user" ? (fourth ?? null) : null;
  if (first === "people" || first === "pages") return third ?? null;
  if (first === "p" && second) return second;
  return first && parts.length === 1 && !notProfiles.test(first) ? first : null;
}
