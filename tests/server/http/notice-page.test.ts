import { expect, it } from "vitest";
import { joinTags } from "../../../server/http/join-words.ts";
import { noticeWords } from "../../../server/http/notice-words.ts";
import { useServer } from "../support.ts";

const server = useServer();

const send = (workspace: string, form: Record<string, string>, from = "203.0.113.7") =>
  server().app.request(`/notice/${workspace}`, { method: "POST", body: new URLSearchParams(form), headers: { "x-forwarded-for": from } });
const read = (workspace: string, lang: string) =>
  server().app.request(`/notice/${workspace}?lang=${lang}`, { headers: { "x-forwarded-for": "203.0.113.99" } });

it("says in six languages what is kept, with a form, and runs nothing", async () => {
  const workspace = await server().workspace();
  for (const tag of joinTags) {
    const answer = await read(workspace, tag);
    const text = await answer.text();
    expect([answer.status, answer.headers.get("content-language")]).toEqual([200, tag]);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(text).not.toMatch(/<script|\{\w+\}/);
    expect(text).toContain(noticeWords[tag].keptTitle);
    expect(text).toContain('<form method="post">');
    expect(text).toContain("Acme");
  }
  expect((await read("nobodyhere00", "en")).status).toBe(404);
});

it("tells the days that the workspace set", async () => {
  const workspace = await server().workspace();
  const admin = await server().join(workspace, "admin");
  await admin.run("retention.set", { closed: 9, unanswered: 41 });
  expect(await (await read(workspace, "en")).text()).toMatch(/9 days after .* 41 days after .* 730 days/);
});

it("a request waits for an admin, who settles it once; the answer is the same whoever is held", async () => {
  const workspace = await server().workspace();
  const admin = await server().join(workspace, "admin");
  const first = await send(workspace, { site: "x", author: "@zoe", note: "<b>" });
  server().clock.advance(1_000);
  const answers = [first, await send(workspace, { site: "x", author: "nobody" })];
  const [one, other] = await Promise.all(answers.map((answer) => answer.text()));
  expect(one).toBe(other);
  expect(one).toContain("Your request was received");
  const { requests, notice } = await admin.run("request.list", {});
  expect(notice).toBe(`https://fanswer.example/notice/${workspace}`);
  expect(requests.map(({ author, note }) => [author, note])).toEqual([
    ["@zoe", "<b>"],
    ["nobody", ""],
  ]);
  const id = requests[0]?.id ?? "";
  await admin.run("request.settle", { id });
  await expect(admin.run("request.settle", { id })).rejects.toMatchObject({ code: "not_found" });
  expect((await admin.run("request.list", {})).requests).toHaveLength(1);
});

it("refuses what is no request, and one network that asks too often", async () => {
  const workspace = await server().workspace();
  for (const form of [
    { site: "x", author: " " },
    { site: "moon", author: "zoe" },
    { site: "x", author: "z".repeat(501) },
    { author: "zoe" },
  ])
    expect(await (await send(workspace, form as never)).text()).toContain("Say who you are on the site");
  const answers: string[] = [];
  for (let n = 0; n < 22; n++) answers.push(await (await send(workspace, { site: "x", author: `zoe${n}` }, "203.0.113.8")).text());
  expect(answers.filter((text) => text.includes("was received"))).toHaveLength(20);
  expect(answers.at(-1)).toContain("Too many requests came in");
});
