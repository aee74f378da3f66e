import * as v from "valibot";
import { type ForumTrust, forumTrusts } from "../../lib/schema/forum.ts";
import { instant } from "../../lib/schema/timestamp.ts";
import { CallError, type Outbound } from "../egress/outbound.ts";
import { jsonApi } from "./desk.ts";

/** An account that may sign in at the forum. */
export interface ForumPerson {
  readonly account: number;
  readonly trust: ForumTrust;
}

/** A topic that was solved; `version`: another one means that something was written there. */
export interface SolvedTopic {
  readonly topic: number;
  readonly version: string;
}

/** The answer that solved a topic, in the forum's own marks (Markdown, BBCode, HTML). */
export interface SolvedAnswer {
  readonly title: string;
  readonly raw: string;
  readonly link: string;
  /** What the forum calls its language; mostly null. */
  readonly locale: string | null;
  readonly answeredAt: Date;
}

const Number_ = v.pipe(v.number(), v.safeInteger());
const Text = v.pipe(v.string(), v.maxLength(200_000));
/** Each is read by itself: what has another form is no account. */
const Users = v.pipe(v.array(v.unknown()), v.maxLength(1_000));
const User = v.object({
  id: v.pipe(Number_, v.minValue(1)),
  trust_level: v.picklist(forumTrusts),
  staged: v.nullish(v.boolean()),
  suspended: v.nullish(v.boolean()),
  suspended_till: v.nullish(v.string()),
});
const TopicList = v.object({
  topic_list: v.object({ topics: v.pipe(v.array(v.unknown()), v.maxLength(1_000)), more_topics_url: v.nullish(Text) }),
});
const Listed = v.object({
  id: v.pipe(Number_, v.minValue(1)),
  has_accepted_answer: v.literal(true),
  bumped_at: v.nullish(Text),
  posts_count: v.nullish(Number_),
});
const Post = v.object({
  post_number: Number_,
  raw: v.nullish(Text),
  created_at: Text,
  locale: v.nullish(Text),
  accepted_answer: v.nullish(v.boolean()),
});
const Accepted = v.object({ post_number: Number_ });
const Topic = v.object({
  id: Number_,
  title: Text,
  slug: v.nullish(Text),
  accepted_answer: v.nullish(Accepted),
  post_stream: v.object({ posts: v.array(Post) }),
});

/** Each once, however often it was said. */
const once = <T>(all: readonly T[], id: (each: T) => number): T[] => [...new Map(all.map((each) => [id(each), each])).values()];

const known = <T extends v.GenericSchema>(schema: T, values: readonly unknown[]): v.InferOutput<T>[] =>
  values.flatMap((value) => {
    const read = v.safeParse(schema, value);
    return read.success ? [read.output] : [];
  });

/**
 * What a Discourse forum tells (docs.discourse.org: Users, Topics, Posts; Solved). Its topics are asked for as anybody reads them, without the key: what
 * only some may read there is no answer to give in public.
 */
export function discourse(call: Outbound, address: string, key: string | null) {
  const open = jsonApi(call, address, {});
  const closed = jsonApi(call, address, key === null ? {} : { "api-key": key, "api-username": "system" });
  return {
    /** A page of the accounts that may sign in, oldest first, from page 1 on; null behind the last one. */
    async people(page: number): Promise<readonly ForumPerson[] | null> {
      const listed = await closed("GET", `/admin/users/list/active.json?order=created&asc=true&page=${page}`, Users);
      if (listed.length === 0) return null;
      const there = known(User, listed).filter(({ staged, suspended, suspended_till }) => !staged && !suspended && !suspended_till);
      return once(there, ({ id }) => id).map(({ id, trust_level }) => ({ account: id, trust: trust_level }));
    },
    /** A page of the solved topics, latest first, from page 0 on. */
    async topics(page: number): Promise<{ readonly topics: readonly SolvedTopic[]; readonly isLast: boolean }> {
      const path = `/latest.json?solved=yes&order=created&no_definitions=true&page=${page}`;
      const { topics, more_topics_url: more } = (await open("GET", path, TopicList)).topic_list;
      const solved = once(known(Listed, topics), ({ id }) => id).map(({ id, bumped_at, posts_count }) => ({
        topic: id,
        version: `${bumped_at ?? ""} ${posts_count ?? ""}`.slice(0, 100),
      }));
      return { topics: solved, isLast: !more || topics.length === 0 };
    },
    /** The answer that solved a topic; null when it is solved, or open to all, no more. */
    async answer(topic: number): Promise<SolvedAnswer | null> {
      try {
        const whole = await open("GET", `/t/${topic}.json?include_raw=1`, Topic);
        const { posts } = whole.post_stream;
        const number = whole.accepted_answer?.post_number ?? posts.find(({ accepted_answer }) => accepted_answer)?.post_number;
        if (number === undefined) return null;
        const here = posts.find(({ post_number, raw }) => post_number === number && raw);
        const post = here ?? (await open("GET", `/posts/by_number/${topic}/${number}.json`, Post));
        const answeredAt = instant(post.created_at);
        if (!post.raw || answeredAt === null) throw new CallError("malformed");
        const link = `${address}/t/${whole.id}/${number}`;
        return { title: whole.title, raw: post.raw, link, locale: post.locale ?? null, answeredAt: new Date(answeredAt) };
      } catch (thrown) {
        const isGone = thrown instanceof CallError && (thrown.problem === "not_found" || thrown.status === 403);
        if (isGone) return null;
        throw thrown;
      }
    },
  };
}
export type Discourse = ReturnType<typeof discourse>;
