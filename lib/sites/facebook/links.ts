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

/** Reads a link to a post, photo, video, reel or comment; null for any other. */
export function readPostLink(href: string | null | undefined): PostLink | null {
  const url = parse(href);
  if (!url) return null;
  const parts = url.pathname.split("/").filter(Boolean);
  const marked = parts.slice(parts.findIndex((part) => markers.has(part)) + 1);
  const isMarked = parts.some((part) => markers.has(part));
  const named = idParameters.map((name) => url.searchParams.get(name)).find(isId);
  // A link to a comment may name its post alone: /POST?comment_id=COMMENT.
  const bare = parts.length === 1 && url.searchParams.has("comment_id") ? parts.find(isId) : undefined;
  const postId = named ?? (isMarked ? marked.findLast(isId) : bare);
  if (!postId) return null;
  const comment = url.searchParams.get("reply_comment_id") ?? url.searchParams.get("comment_id");
  const isComment = /^\d+$/.test(comment ?? "");
  return { id: isComment && comment ? comment : postId, postId, isComment, url: cleanUrl(url) };
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
  const tag = parse(href)?.searchParams.get("comment_id");
  if (!tag || /^\d+$/.test(tag)) return null;
  try {
    const match = atob(tag).match(/^comment:(\d+)_(\d+)$/);
    return match?.[1] && match[2] ? { postId: match[1], commentId: match[2] } : null;
  } catch {
    return null;
  }
}

const notProfiles = /^(groups|photos?|posts|watch|reel|hashtag|events|stories|share|help|marketplace|ads|policies|search|gaming|.*\.php)$/;

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
