import { describe, expect, it } from "vitest";
import { discourse } from "../../../server/connectors/discourse.ts";
import { CallError, type OutboundCall } from "../../../server/egress/outbound.ts";

const calls: OutboundCall[] = [];
/** A forum that answers with this, or does not. */
const forum = (...answers: unknown[]) => {
  calls.length = 0;
  const call = async (how: OutboundCall) => {
    calls.push(how);
    const answer = answers[Math.min(calls.length, answers.length) - 1];
    if (answer instanceof Error) throw answer;
    return { status: 200, text: JSON.stringify(answer) };
  };
  return discourse(call, "https://forum.example/c", "the key");
};
const post = (number: number, more: object = {}) => ({
  post_number: number,
  raw: "Hold it.",
  created_at: "2024-03-02T09:00:00.000Z",
  ...more,
});
const topic = (more: object) => ({ id: 7, title: "How?", ...more });

describe("accounts", () => {
  it("are those that may sign in, oldest first, asked for with the key", async () => {
    const user = { id: 5, trust_level: 2, username: "dana", email: "d@mail.example" };
    const odd = [{ ...user, id: -1 }, { ...user, id: "6" }, { ...user, id: 7, trust_level: 9 }, null, "user"];
    const away = [
      { ...user, id: 8, staged: true },
      { ...user, id: 9, suspended: true },
      { ...user, id: 10, suspended_till: "2099-01-01" },
    ];
    expect(await forum([user, user, ...odd, ...away]).people(3)).toEqual([{ account: 5, trust: 2 }]);
    expect(calls).toEqual([
      expect.objectContaining({ url: "https://forum.example/c/admin/users/list/active.json?order=created&asc=true&page=3" }),
    ]);
    expect(calls[0]?.headers).toMatchObject({ "api-key": "the key", "api-username": "system" });
  });

  it("end with an empty page, and are not what is no list", async () => {
    expect(await forum([]).people(4)).toBeNull();
    await expect(forum({ errors: [] }).people(1)).rejects.toMatchObject({ problem: "malformed" });
  });
});

describe("solved topics", () => {
  it("are read as everybody reads them", async () => {
    const listed = { id: 7, has_accepted_answer: true, bumped_at: "2026", posts_count: 3, title: "<b>" };
    const rest = [{ ...listed, id: 8, has_accepted_answer: false }, { id: 9 }, null, listed];
    const list = { topic_list: { topics: [listed, ...rest], more_topics_url: "/latest?page=1" } };
    expect(await forum(list).topics(0)).toEqual({ topics: [{ topic: 7, version: "2026 3" }], isLast: false });
    expect(calls[0]?.headers).not.toHaveProperty("api-key");
    expect(await forum({ topic_list: { topics: [] } }).topics(1)).toEqual({ topics: [], isLast: true });
    expect(await forum({ topic_list: { topics: [], more_topics_url: "/latest?page=2" } }).topics(1)).toMatchObject({ isLast: true });
  });
});

describe("the answer that solved a topic", () => {
  const answer = { title: "How?", raw: "Hold it.", locale: null, answeredAt: new Date("2024-03-02T09:00:00.000Z") };

  it("is the one that is named, or marked", async () => {
    const named = topic({ accepted_answer: { post_number: 2 }, post_stream: { posts: [post(1), post(2)] } });
    expect(await forum(named).answer(7)).toEqual({ ...answer, link: "https://forum.example/c/t/7/2" });
    const marked = topic({ post_stream: { posts: [post(1), post(3, { accepted_answer: true, locale: "nb" })] } });
    expect(await forum(marked).answer(7)).toEqual({ ...answer, locale: "nb", link: "https://forum.example/c/t/7/3" });
  });

  it("is asked for where the topic does not bring it along", async () => {
    const far = topic({ accepted_answer: { post_number: 42 }, post_stream: { posts: [post(1)] } });
    expect(await forum(far, post(42)).answer(7)).toMatchObject({ raw: "Hold it.", link: "https://forum.example/c/t/7/42" });
    expect(calls[1]?.url).toBe("https://forum.example/c/posts/by_number/7/42.json");
  });

  it("is none where the topic is solved no more, is gone, or is private", async () => {
    const gone = [new CallError("not_found", 404), new CallError("not_found", 410), new CallError("auth", 403)];
    for (const each of [topic({ post_stream: { posts: [post(1)] } }), ...gone]) expect(await forum(each).answer(7)).toBeNull();
    await expect(forum(new CallError("failed", 500)).answer(7)).rejects.toMatchObject({ problem: "failed" });
    const odd = topic({ post_stream: { posts: [post(2, { accepted_answer: true, created_at: "yesterday" })] } });
    await expect(forum(odd).answer(7)).rejects.toMatchObject({ problem: "malformed" });
  });
});
