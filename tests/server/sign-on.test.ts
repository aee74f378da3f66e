import { beforeEach, describe, expect, it } from "vitest";
import { protocolVersion } from "../../lib/schema/wire.ts";
import { newNonce } from "../../server/connectors/discourse-connect.ts";
import { purgeWorkspace } from "../../server/jobs/purge.ts";
import { forumSecret, forumSecretOwner } from "../../server/models/forum-secret.ts";
import { DiscourseServer, dana, type ForumUser, forumSecretText } from "./desks/discourse.ts";
import { serve } from "./desks/served.ts";
import { type TestDevice, useServer } from "./support.ts";

const server = useServer();
const forum = serve(new DiscourseServer());
const minuteMs = 60_000;
const browser = "b".repeat(64);
let amy: TestDevice;
let workspace: string;

type Setting = Parameters<typeof amy.run<"forum.save">>[1];
const save = (how: Partial<Setting> = {}, by = amy) =>
  by.run("forum.save", {
    ...{ address: forum.address, name: "Acme Forum", leastTrust: 1, secret: forumSecretText },
    ...{ takesTopics: false, takesAccounts: false, key: null, ...how },
  });

beforeEach(async () => {
  workspace = await server().workspace();
  amy = await server().join(workspace, "admin");
  await save();
});

async function asked(path: string, more: object, from = "192.0.2.1") {
  const body = JSON.stringify({ protocol: protocolVersion, workspace, browser, ...more });
  const headers = { "content-type": "application/json", "x-forwarded-for": from };
  const answer = await server().app.request(path, { method: "POST", headers, body });
  return (await answer.json()) as { url: string; name: string; forum: string; link: string; error?: { code: string } };
}
const begin = (more: object = {}, from?: string) => asked("/v1/forum/begin", more, from);

/** What the forum leads back with, after its account followed the way there. */
async function walk(user: ForumUser | null = dana, more: object = {}) {
  forum.here = user;
  const { url } = await begin(more);
  const answer = await fetch(url, { redirect: "manual" });
  const back = new URL(answer.headers.get("location") ?? "", forum.address);
  return { back, sso: back.searchParams.get("sso") ?? "", sig: back.searchParams.get("sig") ?? "" };
}
const finish = (given: object, more: object = {}) => asked("/v1/forum/answer", { ...given, ...more });
const codeIn = (link: string) => link.split("#")[1] ?? "";

async function join(code: string, name: string) {
  const answer = await server().post("/v1/join", { protocol: protocolVersion, code, name });
  return (await answer.json()) as {
    member: { id: string; level: number; role: string };
    deviceId: string;
    token: string;
    error?: { code: string };
  };
}
/** The whole way in. */
async function joined(user: ForumUser, name: string) {
  const { sso, sig } = await walk(user);
  const { link, error } = await finish({ sso, sig });
  return error ? { error } : join(codeIn(link), name);
}
const leave = (token: string) =>
  server().post("/v1/sync", { protocol: 1, since: null, operations: [{ id: crypto.randomUUID(), name: "member.leave", args: {} }] }, token);

describe("joining with the account of the forum", () => {
  it("leads to the forum, back to the page that began, and to an ordinary invitation", async () => {
    expect(await begin()).toMatchObject({
      name: "Acme",
      mark: null,
      forum: "Acme Forum",
      url: expect.stringContaining("/session/sso_provider?"),
    });
    const { back, sso, sig } = await walk();
    expect(`${back.origin}${back.pathname}`).toBe(`https://fanswer.example/join/forum/${workspace}`);
    const { link } = await finish({ sso, sig });
    expect(link).toMatch(new RegExp(`^https://fanswer\\.example/join#${workspace}-`));
    expect(await join(codeIn(link), "Dana")).toMatchObject({ member: { role: "advocate", level: 1 } });
    expect(await amy.run("forum.read", {})).toMatchObject({ joined: 1 });
    // Once, as any invitation for one.
    expect(await join(codeIn(link), "Eve")).toMatchObject({ error: { code: "invitation_invalid" } });
  });

  it("begins at a level of at most 1, by the trust at the forum", async () => {
    await save({ leastTrust: 0 });
    const levels = [];
    for (const trust of [0, 1, 2, 3, 4]) {
      const came = await joined({ ...dana, id: 100 + trust, trust }, `Fan ${trust}`);
      levels.push("member" in came ? came.member.level : came.error);
    }
    expect(levels).toEqual([0, 0, 1, 1, 1]);
  });

  it("makes of one account one member, who gets a further device", async () => {
    const first = await joined(dana, "Dana");
    const second = await joined({ ...dana, username: "dana_v", trust: 0 }, "Somebody else");
    expect("member" in second && "member" in first && second.member).toEqual("member" in first && first.member);
    expect("deviceId" in second && second.deviceId).not.toBe("deviceId" in first && first.deviceId);
    expect(await amy.run("forum.read", {})).toMatchObject({ joined: 1 });
  });

  it("makes no second member of two invitations that one account has in hand at once", async () => {
    const answers = [await walk(), await walk()];
    const links = await Promise.all(answers.map(({ sso, sig }) => finish({ sso, sig })));
    const came = await Promise.all(links.map(({ link }, number) => join(codeIn(link), `Dana ${number}`)));
    expect(came.filter(({ member }) => member)).toHaveLength(1);
  });

  it("is for those whom the forum trusts as far as the admin says", async () => {
    await save({ leastTrust: 2 });
    expect(await joined({ ...dana, trust: 1 }, "Dana")).toEqual({ error: expect.objectContaining({ code: "sign_on_refused" }) });
    expect(await joined({ ...dana, trust: 2 }, "Dana")).toHaveProperty("member");
  });

  it("brings nobody back whom an admin removed or paused, and everybody who left by themselves", async () => {
    const came = await joined(dana, "Dana");
    if (!("member" in came)) throw new Error("not in");
    await amy.run("member.pause", { memberId: came.member.id });
    expect(await joined(dana, "Dana")).toEqual({ error: expect.objectContaining({ code: "member_paused" }) });
    await amy.run("member.remove", { memberId: came.member.id });
    expect(await joined(dana, "Dana")).toEqual({ error: expect.objectContaining({ code: "sign_on_refused" }) });
    const kim = { ...dana, id: 18 };
    const left = await joined(kim, "Kim");
    if (!("member" in left)) throw new Error("not in");
    await leave(left.token);
    expect(await joined(kim, "Kim")).toHaveProperty("member");
  });

  it("keeps of the account its number, and neither name nor address", async () => {
    await joined(dana, "Fan");
    const { rows } = await server().deps.pool.query("SELECT f::text FROM forum_accounts f WHERE workspace_id = $1", [workspace]);
    expect(rows).toHaveLength(1);
    const { rows: all } = await server().deps.pool.query("SELECT i::text FROM invitations i WHERE workspace_id = $1", [workspace]);
    expect(JSON.stringify([rows, all])).not.toMatch(/dana|Vik|mail\.example/);
  });
});

describe("an answer is refused", () => {
  const code = async (given: object, more: object = {}) => (await finish(given, more)).error?.code;

  it("the second time, also at the same moment", async () => {
    const { sso, sig } = await walk();
    const both = await Promise.all([code({ sso, sig }), code({ sso, sig })]);
    expect(both.toSorted()).toEqual(["sign_on_over", undefined]);
    expect(await code({ sso, sig })).toBe("sign_on_over");
    // What was used is forgotten once its nonce is too old.
    server().clock.advance(2 * 24 * 60 * minuteMs);
    await purgeWorkspace(server().deps, workspace);
    const { rows } = await server().deps.pool.query("SELECT FROM forum_answers WHERE workspace_id = $1", [workspace]);
    expect(rows).toEqual([]);
    expect(await code({ sso, sig })).toBe("sign_on_over");
  });

  it("too late, in another browser, for another workspace, with another secret", async () => {
    const { sso, sig } = await walk();
    expect(await code({ sso, sig }, { browser: "c".repeat(64) })).toBe("sign_on_over");
    const other = await server().workspace();
    expect(await code({ sso, sig }, { workspace: other })).toBe("not_found");
    await save({}, await server().join(other, "admin"));
    expect(await code({ sso, sig }, { workspace: other })).toBe("sign_on_over");
    expect(await code({ sso, sig: sig.replace(/^./, (letter) => (letter === "a" ? "b" : "a")) })).toBe("sign_on_invalid");
    server().clock.advance(16 * minuteMs);
    expect(await code({ sso, sig })).toBe("sign_on_over");
    const fresh = await walk();
    await save({ secret: "the admin changed it" });
    expect(await code(fresh)).toBe("sign_on_invalid");
  });

  it("whose nonce nobody here began, though the forum signed it", async () => {
    const foreign = newNonce({ workspaceId: workspace, secret: "guessed secret", browser }, server().clock.now());
    const back = new URL(forum.answerTo("https://fanswer.example/", foreign, dana));
    expect(await code(Object.fromEntries(back.searchParams))).toBe("sign_on_over");
  });

  it.each([{}, { sso: 1, sig: "" }, { sso: "x".repeat(7_001), sig: "" }, { sso: "%%%", sig: "00" }])("of the form %j", async (given) => {
    expect(["malformed", "sign_on_invalid"]).toContain(await code(given));
  });

  it("and tried no more than so often from one place, which costs others nothing", async () => {
    const codes = [];
    for (let tries = 0; tries < 22; tries += 1) codes.push(await code({ sso: "", sig: "" }));
    expect(codes.slice(-2)).toEqual(["too_many", "too_many"]);
    expect((await begin({}, "198.51.100.7")).url).toContain("sso_provider");
    server().clock.advance(2 * minuteMs);
  });
});

describe("the forum's settings", () => {
  it("are told without the secret, which is sealed for this workspace alone", async () => {
    const shown = await amy.run("forum.read", {});
    expect(shown).toEqual({
      ...{ address: forum.address, name: "Acme Forum", leastTrust: 1, hasSecret: true, joined: 0, gone: [] },
      ...{ takesTopics: false, takesAccounts: false, answers: 0, accounts: 0, progress: null },
      link: `https://fanswer.example/join/forum/${workspace}`,
    });
    const { rows } = await server().deps.pool.query("SELECT sealed_secret FROM forums WHERE workspace_id = $1", [workspace]);
    const { keys } = server().deps.models;
    expect(rows[0].sealed_secret.toString("latin1")).not.toContain(forumSecretText);
    expect(forumSecret(keys, workspace, rows[0].sealed_secret)).toBe(forumSecretText);
    expect(forumSecret(keys, "another", rows[0].sealed_secret)).toBeNull();
    expect(forumSecretOwner(workspace)).not.toBe(workspace);
  });

  it("keep the secret while the address stays; another address needs another, and its accounts are other people", async () => {
    await joined(dana, "Dana");
    expect(await save({ secret: null, name: "The Lounge" })).toMatchObject({ name: "The Lounge", hasSecret: true, joined: 1 });
    const moved = { address: "https://forum.elsewhere.example/" };
    await expect(save({ ...moved, secret: null })).rejects.toMatchObject({ code: "malformed" });
    expect(await save(moved)).toMatchObject({ address: "https://forum.elsewhere.example", joined: 0 });
  });

  it.each(["http://forum.example", "https://10.0.0.7", "https://[::1]", "https://169.254.169.254"])(
    "refuse the address %s",
    async (address) => {
      await expect(save({ address })).rejects.toMatchObject({ code: "address_refused" });
    },
  );

  it("are for who manages connections, and end by removing them: nobody joins any more, who did stays", async () => {
    const came = await joined(dana, "Dana");
    const ann = await server().join(workspace, "advocate");
    await expect(save({}, ann)).rejects.toMatchObject({ code: "forbidden" });
    const { sso, sig } = await walk({ ...dana, id: 44 });
    const { link } = await finish({ sso, sig });
    expect(await amy.run("forum.remove", {})).toBeNull();
    expect(await amy.run("forum.read", {})).toBeNull();
    expect((await begin()).error?.code).toBe("not_found");
    expect(await join(codeIn(link), "Late")).toMatchObject({ error: { code: "invitation_invalid" } });
    const people = await amy.run("people.list", { search: "", role: null, standing: null, order: "name", from: 0 });
    expect(people.members.map(({ id }) => id)).toContain("member" in came && came.member.id);
  });

  it("are told to who has an invitation, by name", async () => {
    const { code } = await amy.run("invitation.create", { role: "advocate" });
    const answer = await server().post("/v1/whose", { protocol: protocolVersion, code });
    expect(await answer.json()).toEqual({ name: "Acme", mark: null, forum: "Acme Forum" });
  });
});
