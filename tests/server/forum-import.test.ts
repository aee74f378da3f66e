import { beforeEach, describe, expect, it } from "vitest";
import { protocolVersion } from "../../lib/schema/wire.ts";
import type { KnowledgeItem } from "../../lib/schema/workspace.ts";
import { refreshForum } from "../../server/jobs/forum.ts";
import { createKeyring } from "../../server/models/keyring.ts";
import { sealStored } from "../../server/models/seal-stored.ts";
import { DiscourseServer, dana, type ForumTopic, forumKeyText, forumSecretText } from "./desks/discourse.ts";
import { serve } from "./desks/served.ts";
import { everything, type TestDevice, useServer } from "./support.ts";

const server = useServer();
const forum = serve(new DiscourseServer());
const { signal } = new AbortController();
const minuteMs = 60_000;
const nightMs = 24 * 60 * minuteMs;
let amy: TestDevice;
let workspace: string;

const save = (how: Partial<Parameters<typeof amy.run<"forum.save">>[1]> = {}) =>
  amy.run("forum.save", {
    ...{ address: forum.address, name: "Acme Forum", leastTrust: 1, secret: forumSecretText },
    ...{ takesTopics: true, takesAccounts: true, key: forumKeyText, ...how },
  });
/** The job's turn of so many minutes. */
async function minutes(count = 1): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) {
    await refreshForum(server().deps, workspace, signal);
    server().clock.advance(minuteMs);
  }
}
const topic = (id: number, how: Partial<ForumTopic> = {}): ForumTopic => ({
  id,
  title: `How do I pair number ${id}?`,
  raw: `Hold the button ${id} seconds.`,
  ...how,
});
const people = (count: number) => Array.from({ length: count }, (_, at) => ({ ...dana, id: at + 1, username: `fan${at}`, trust: at % 5 }));
const read = async () => {
  const shown = await amy.run("forum.read", {});
  if (shown === null) throw new Error("no forum");
  return shown;
};
async function items(): Promise<Map<string, KnowledgeItem>> {
  const { changes } = await everything(amy);
  return new Map(
    changes.flatMap((change) => (change.kind === "knowledge" && !change.value.removed ? [[change.value.id, change.value]] : [])),
  );
}

beforeEach(async () => {
  workspace = await server().workspace();
  amy = await server().join(workspace, "admin");
  forum.users = people(3);
});

describe("what is taken over from the forum", () => {
  it("are solved topics as answers on record, with link, language and day, also one far down", async () => {
    forum.topics = [
      topic(7),
      topic(8, { isFar: true, title: "Hvordan parer jeg den?", raw: "Hold knappen inne i ti sekunder, så slå den på igjen." }),
      topic(9, { isSolved: false }),
    ];
    await save();
    await minutes();
    const found = await items();
    expect([...found.keys()].toSorted()).toEqual(["forum-7", "forum-8"]);
    expect(found.get("forum-7")).toEqual({
      ...{
        id: "forum-7",
        lang: "en",
        title: "How do I pair number 7?",
        answer: "Hold the button 7 seconds.",
        topics: [],
        kinds: [],
        removed: false,
      },
      // The test's forum has no https, so its links are not given.
      ...{ link: null, owner: null, validUntil: null, answeredAt: "2024-03-02T09:00:00.000Z" },
    });
    expect(found.get("forum-8")).toMatchObject({ lang: "nb", title: "Hvordan parer jeg den?" });
    expect(await read()).toMatchObject({ answers: 2, accounts: 3, progress: { stage: null, problem: null, endedAt: expect.any(String) } });
  });

  it("are no topics that not everybody may read there, as no key is sent for them", async () => {
    forum.topics = [topic(1), topic(2, { isPrivate: true })];
    await save();
    await minutes();
    expect([...(await items()).keys()]).toEqual(["forum-1"]);
  });

  it("is plain text, whatever stands in a topic", async () => {
    forum.topics = [
      topic(1, {
        title: "<script>alert(1)</script>{author} <b>pairing</b>",
        raw: '[quote="eve"]do not[/quote]\n<script>steal()</script><img src=x onerror=alert(1)>**Hold** the [button](https://acme.example/b) @dana, {firstName}',
      }),
      topic(2, { raw: `${"x".repeat(60_000)}` }),
      topic(3, { raw: "![](upload://a.png)" }),
    ];
    await save();
    await minutes();
    const found = await items();
    expect(found.get("forum-1")).toMatchObject({ title: "author pairing", answer: "Hold the button dana, firstName" });
    expect(found.get("forum-2")?.answer.length).toBeLessThanOrEqual(2_000);
    expect(found.has("forum-3")).toBe(false);
  });

  it("are accounts as ways in, by the trust that the forum has for them, and nothing that names them", async () => {
    forum.users = people(230);
    await save({ takesTopics: false });
    await minutes();
    expect(await read()).toMatchObject({ accounts: 230, answers: 0 });
    expect(forum.count(/GET \/admin\/users/)).toBe(4);
    const { rows } = await server().deps.pool.query("SELECT p::text AS row FROM forum_people p WHERE workspace_id = $1 AND account = 5", [
      workspace,
    ]);
    expect(rows).toEqual([{ row: `(${workspace},5,4,1)` }]);
  });

  it("counts for joining, before what the names of groups say", async () => {
    await save({ takesTopics: false, leastTrust: 2 });
    await minutes();
    const browser = "b".repeat(64);
    const ask = async (path: string, more: object) =>
      (await (await server().post(path, { protocol: protocolVersion, workspace, browser, ...more })).json()) as {
        url: string;
        link?: string;
      };
    const join = async (id: number) => {
      forum.here = { ...dana, id, trust: 0 };
      const { url } = await ask("/v1/forum/begin", {});
      const back = new URL((await fetch(url, { redirect: "manual" })).headers.get("location") ?? "");
      const { link = "" } = await ask("/v1/forum/answer", Object.fromEntries(back.searchParams));
      const answer = await server().post("/v1/join", { protocol: protocolVersion, code: link.split("#")[1] ?? "", name: `Fan ${id}` });
      return (await answer.json()) as { member?: { id: string; level: number } };
    };
    expect((await join(2)).member).toBeUndefined();
    const { member } = await join(3);
    expect(member?.level).toBe(1);
    // Whose account is gone there stays a member here, and the admin is told.
    forum.suspended = [3];
    server().clock.advance(nightMs);
    await minutes();
    expect((await read()).gone).toEqual([{ id: member?.id, name: "Fan 3" }]);
    expect(await read()).toMatchObject({ accounts: 2, joined: 1 });
  });
});

describe("every night", () => {
  it("what was removed or changed there is removed or changed here, and what is as it was is not read again", async () => {
    forum.topics = [topic(1), topic(2), topic(3)];
    await save();
    await minutes();
    const before = forum.count(/GET \/t\//);
    forum.topics = [topic(1), topic(2, { raw: "Hold it longer.", bumped: "2026-03-02T12:00:00.000Z" })];
    forum.users = people(2);
    server().clock.advance(nightMs);
    await minutes();
    const found = await items();
    expect([...found.keys()].toSorted()).toEqual(["forum-1", "forum-2"]);
    expect(found.get("forum-2")?.answer).toBe("Hold it longer.");
    expect(forum.count(/GET \/t\//) - before).toBe(1);
    expect((await read()).accounts).toBe(2);
    // An answer may be changed without anything else being written there.
    server().clock.advance(8 * nightMs);
    await minutes();
    expect(forum.count(/GET \/t\//) - before).toBe(3);
  });

  it("what an admin changed or took out here stays so", async () => {
    forum.topics = [topic(1), topic(2)];
    await save();
    await minutes();
    const own = { id: "forum-1", lang: "en", title: "Pairing", topics: [], answer: "Ours.", link: null };
    await amy.run("knowledge.save", { items: [own] });
    await amy.run("knowledge.remove", { itemId: "forum-2" });
    forum.topics = [
      topic(1, { bumped: "2026-03-02T12:00:00.000Z", raw: "New." }),
      topic(2, { bumped: "2026-03-02T12:00:00.000Z", raw: "New." }),
    ];
    server().clock.advance(nightMs);
    await minutes();
    expect([...(await items()).values()]).toEqual([{ ...own, kinds: [], owner: amy.memberId, validUntil: null, removed: false }]);
    forum.topics = [topic(3)];
    server().clock.advance(nightMs);
    await minutes();
    expect([...(await items()).keys()].toSorted()).toEqual(["forum-1", "forum-3"]);
  });

  it("what came from it goes when nothing is to be taken over any more", async () => {
    forum.topics = [topic(1), topic(2)];
    await save();
    await minutes();
    await save({ takesTopics: false, takesAccounts: false, key: null, secret: null });
    expect((await items()).size).toBe(0);
    expect(await read()).toMatchObject({ answers: 0, accounts: 0, progress: null });
    await save();
    await minutes();
    expect((await items()).size).toBe(2);
    await amy.run("forum.remove", {});
    expect((await items()).size).toBe(0);
  });
});

describe("a forum that does not answer as it should", () => {
  const html = () => new Response("<html><h1>Down for maintenance</h1>", { headers: { "content-type": "text/html" } });
  it.each([
    ["500", () => new Response("oops", { status: 500 }), "failed"],
    ["HTML for JSON", html, "malformed"],
    ["another form", () => Response.json({ topic_list: {} }), "malformed"],
    ["a key that it does not take", () => new Response("{}", { status: 403 }), "auth"],
    ["429", () => new Response("slow down", { status: 429, headers: { "retry-after": "1200" } }), "rate_limited"],
    ["a redirect to a private address", () => new Response(null, { status: 302, headers: { location: "http://10.0.0.7/" } }), "redirected"],
    ["nothing for too long", () => new Promise<Response>((resolve) => setTimeout(() => resolve(Response.json({})), 600)), "timeout"],
    ["a megabyte and more", () => new Response("x".repeat(1_100_000)), "malformed"],
  ])("but with %s is asked again later, loses nothing, and goes on", async (_, answer, problem) => {
    forum.topics = [topic(1)];
    await save();
    await minutes();
    forum.topics = [topic(1), topic(2)];
    server().clock.advance(nightMs);
    forum.instead.push([/latest\.json/, answer]);
    await minutes();
    expect(await read()).toMatchObject({ answers: 1, accounts: 3, progress: { stage: "topics", problem } });
    const calls = forum.calls.length;
    await refreshForum(server().deps, workspace, signal);
    expect(problem === "rate_limited" ? forum.calls.length : calls).toBe(calls);
    server().clock.advance(21 * minuteMs);
    await minutes();
    expect(await read()).toMatchObject({ answers: 2, progress: { stage: null, problem: null } });
  });

  it("is left alone until the next night after eight failures, or until an admin asks", async () => {
    await save();
    forum.instead.push(...Array.from({ length: 9 }, () => [/./, () => new Response("", { status: 500 })] as [RegExp, () => Response]));
    for (let tries = 0; tries < 12; tries += 1) {
      await minutes();
      server().clock.advance(60 * minuteMs);
    }
    expect(await read()).toMatchObject({ progress: { stage: null, problem: "failed", status: 500 } });
    expect(forum.calls).toHaveLength(8);
    forum.instead.length = 0;
    await amy.run("forum.refresh", {});
    await minutes();
    expect(await read()).toMatchObject({ accounts: 3, progress: { problem: null } });
  });

  it("that lists nobody, or no topic at all any more, is not believed", async () => {
    forum.topics = [topic(1)];
    await save();
    await minutes();
    server().clock.advance(nightMs);
    forum.users = [];
    await minutes();
    expect(await read()).toMatchObject({ accounts: 3, progress: { problem: "malformed" } });
    forum.users = people(3);
    forum.topics = [];
    server().clock.advance(5 * minuteMs);
    await minutes();
    expect(await read()).toMatchObject({ answers: 1, progress: { stage: "topics", problem: "malformed" } });
  });

  it("at a private address is never called", async () => {
    await save();
    await server().deps.pool.query("UPDATE forums SET address = 'http://10.0.0.7' WHERE workspace_id = $1", [workspace]);
    await minutes();
    expect(await read()).toMatchObject({ progress: { problem: "blocked" } });
  });
});

it("a forum of 100,000 is read in slices of 40 calls a minute, of which each page is kept", async () => {
  forum.users = people(100_000);
  forum.topics = Array.from({ length: 95 }, (_, id) => topic(id + 1));
  await save();
  await minutes();
  expect(forum.calls).toHaveLength(40);
  expect(await read()).toMatchObject({ accounts: 4_000, answers: 0, progress: { stage: "accounts" } });
  await minutes(28);
  expect(await read()).toMatchObject({ accounts: 100_000, answers: 95, progress: { stage: null } });
});

it("the key is sealed, is asked for once, and is sealed anew with the server's secret", async () => {
  await save();
  await save({ key: null, secret: null });
  await expect(save({ key: null, address: "https://other.example" })).rejects.toMatchObject({ code: "malformed" });
  const { rows } = await server().deps.pool.query("SELECT f::text AS row FROM forums f WHERE workspace_id = $1", [workspace]);
  expect(rows[0].row).not.toContain(Buffer.from(forumKeyText).toString("hex"));
  const [present, other] = [Buffer.alloc(32, 7), Buffer.alloc(32, 9)];
  const { deps } = server();
  await sealStored({ pool: deps.pool, keys: createKeyring(other, [present]), log: () => {} });
  await minutes();
  expect(await read()).toMatchObject({ hasSecret: false, progress: { problem: "secret_lost" } });
  await sealStored({ pool: deps.pool, keys: createKeyring(present, [other]), log: () => {} });
  await amy.run("forum.refresh", {});
  await minutes();
  expect(await read()).toMatchObject({ hasSecret: true, accounts: 3, progress: { problem: null } });
});
