import { createHmac } from "node:crypto";
import { Served } from "./served.ts";

/** Somebody with an account at the forum. */
export interface ForumUser {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly trust: number;
}

export const forumSecretText = "a secret of the forum";
export const dana: ForumUser = { id: 17, username: "dana", name: "Dana <b>Vik</b>", trust: 3 };

const signed = (sso: string, secret: string) => createHmac("sha256", secret).update(sso).digest("hex");

/** A topic that somebody solved; `raw`: the words of the answer, in the forum's marks. */
export interface ForumTopic {
  readonly id: number;
  readonly title: string;
  readonly raw: string;
  readonly bumped?: string;
  /** The answer stands so far down that the topic does not bring it along. */
  readonly isFar?: boolean;
  readonly isPrivate?: boolean;
  readonly isSolved?: boolean;
}

export const forumKeyText = "a key of the forum's API";
const perPage = { users: 100, topics: 30 } as const;
const answered = "2024-03-02T09:00:00.000Z";

/** A forum as the public documents describe Discourse: it vouches for who is signed in there (DiscourseConnect, as the provider). */
export class DiscourseServer extends Served {
  /** Who is signed in at the forum; null: nobody, who then would be asked to. */
  here: ForumUser | null = dana;
  secret = forumSecretText;
  users: readonly ForumUser[] = [];
  /** Numbers of accounts that are suspended. */
  suspended: readonly number[] = [];
  topics: readonly ForumTopic[] = [];
  /** What calls of this path are answered instead, once each. */
  readonly instead: [path: RegExp, answer: () => Response | Promise<Response>][] = [];

  constructor() {
    super();
    this.app.use(async (context, next) => {
      const at = this.instead.findIndex(([path]) => path.test(context.req.path));
      if (at < 0) return next();
      const [[, answer] = [null, () => new Response()]] = this.instead.splice(at, 1);
      context.res = await answer();
    });
    this.serveApi();
    this.app.get("/session/sso_provider", (context) => {
      const { sso = "", sig = "" } = context.req.query();
      if (signed(sso, this.secret) !== sig) return context.text("Bad signature for payload", 422);
      const asked = new URLSearchParams(Buffer.from(sso, "base64").toString());
      if (this.here === null) return context.redirect("/login");
      return context.redirect(this.answerTo(asked.get("return_sso_url") ?? "", asked.get("nonce") ?? "", this.here));
    });
  }

  /** What Discourse's API says of users and topics, page by page; users only to who has the key, private topics only to who signs in. */
  private serveApi(): void {
    this.app.get("/admin/users/list/active.json", (context) => {
      const { page = "1", order, asc } = context.req.query();
      if (context.req.header("api-key") !== forumKeyText || order !== "created" || asc !== "true")
        return context.json({ errors: ["no"] }, 403);
      const from = (Math.max(Number(page), 1) - 1) * perPage.users;
      const rows = this.users.slice(from, from + perPage.users).map(({ id, username, name, trust }) => ({
        ...{ id, username, name, trust_level: trust, active: true, admin: false, staged: false },
        ...(this.suspended.includes(id) && { suspended: true, suspended_till: "2099-01-01T00:00:00.000Z" }),
      }));
      return context.json(rows);
    });
    this.app.get("/latest.json", (context) => {
      if (context.req.header("api-key")) return context.text("nobody should need a key for this", 500);
      const from = Number(context.req.query("page") ?? 0) * perPage.topics;
      const open = this.topics.filter(({ isPrivate }) => !isPrivate);
      const topics = open.slice(from, from + perPage.topics).map(({ id, title, bumped = answered, isSolved = true }) => ({
        ...{ id, title, bumped_at: bumped, posts_count: 3, has_accepted_answer: isSolved },
      }));
      const more = from + perPage.topics < open.length;
      return context.json({ users: [], topic_list: { topics, ...(more && { more_topics_url: `/latest?page=${from + 1}` }) } });
    });
    const post = (number: number, raw: string) => ({ id: number, post_number: number, raw, cooked: `<p>${raw}</p>`, created_at: answered });
    this.app.get("/t/:id{[0-9]+\\.json}", (context) => {
      const topic = this.topics.find(({ id }) => `${id}.json` === context.req.param("id"));
      if (!topic) return context.json({ errors: ["gone"] }, 404);
      if (topic.isPrivate) return context.json({ errors: ["private"] }, 403);
      const { id, title, raw, isFar = false, isSolved = true } = topic;
      const number = isFar ? 42 : 2;
      const posts = [post(1, "How do I pair it?"), ...(isFar ? [] : [{ ...post(2, raw), accepted_answer: isSolved }])];
      return context.json({
        id,
        title,
        slug: "a-slug",
        post_stream: { posts },
        ...(isSolved && { accepted_answer: { post_number: number, username: "dana" } }),
      });
    });
    this.app.get("/posts/by_number/:topic/:number{[0-9]+\\.json}", (context) => {
      const topic = this.topics.find(({ id }) => String(id) === context.req.param("topic"));
      return topic ? context.json(post(42, topic.raw)) : context.json({ errors: ["gone"] }, 404);
    });
  }

  /** Where the forum leads back to; `more`: what it says besides, or otherwise. */
  answerTo(returnTo: string, nonce: string, { id, username, name, trust }: ForumUser, more: Record<string, string> = {}): string {
    const groups = ["staff", ...Array.from({ length: trust + 1 }, (_, level) => `trust_level_${level}`)].join(",");
    const said = { nonce, external_id: String(id), username, name, email: `${username}@mail.example`, groups, ...more };
    const sso = Buffer.from(new URLSearchParams(said).toString()).toString("base64");
    return `${returnTo}?${new URLSearchParams({ sso, sig: signed(sso, this.secret) })}`;
  }

  forget(): void {
    this.here = dana;
    this.secret = forumSecretText;
    this.users = [];
    this.suspended = [];
    this.topics = [];
    this.instead.length = 0;
  }
}
