import * as v from "valibot";
import { FanswerError } from "../lib/schema/errors.ts";
import { Post } from "../lib/schema/post.ts";

const { lang, counts, postedAt } = Post.entries;
const { replies, reposts, likes, views } = counts.entries;
const unknown = { replies: null, reposts: null, likes: null, views: null };

/** A post as scripts take it: `id` and `text`, and whatever else of a post is known. */
const PostLine = v.object({
  id: v.union([v.string(), v.number()]),
  text: v.string(),
  lang: v.optional(lang, null),
  counts: v.optional(
    v.object({
      replies: v.optional(replies, null),
      reposts: v.optional(reposts, null),
      likes: v.optional(likes, null),
      views: v.optional(views, null),
    }),
    unknown,
  ),
  /** The author's handle. */
  author: v.optional(v.nullable(v.string()), null),
  verified: v.optional(v.nullable(v.boolean()), null),
  followers: v.optional(views, null),
  postedAt: v.optional(postedAt, null),
  /** What the brand is called: no words of the post. */
  names: v.optional(v.array(v.string())),
});
type PostLine = v.InferOutput<typeof PostLine>;

/** A line's value as a post; throws `malformed` with what is wrong where. */
export function readPostLine(value: unknown): PostLine {
  return readAs(PostLine, value);
}

/** The value as `schema` says; throws `malformed` naming the first place that does not fit, after `where`. */
export function readAs<S extends v.GenericSchema>(schema: S, value: unknown, where = ""): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new FanswerError("malformed", [where, v.getDotPath(issue), issue.message].filter(Boolean).join(": "));
}
