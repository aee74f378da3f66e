import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { maxExcerpt } from "../../lib/schema/limits.ts";
import { deliverDue } from "../../server/handover/deliver.ts";
import { gatherNews } from "../../server/handover/news.ts";
import { ChatServer } from "./desks/chats.ts";
import { serve } from "./desks/served.ts";
import { angry, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
const chats = serve(new ChatServer());
let admin: TestDevice;
let ann: TestDevice;

beforeEach(async () => {
  const workspace = await server().workspace();
  admin = await server().join(workspace, "admin");
  ann = await server().join(workspace, "advocate");
});

async function round(): Promise<void> {
  await gatherNews(server().deps, ann.workspaceId);
  await deliverDue(server().deps, ann.workspaceId, new AbortController().signal);
}

const connect = (path: string) =>
  admin.run("integration.save", {
    id: randomUUID(),
    name: "Chat",
    enabled: true,
    target: { kind: "chat" },
    events: ["escalated", "answered", "dismissed", "follow_up"],
    secret: `${chats.address}${path}`,
  });

const permalink = "https://x.com/someone/status/1";
/** What a post may hold to be more than words in a chat. */
const tricks = [
  "<!channel> <!here|here> <@U1> <#C1> <https://evil.example|our page>",
  "@everyone @here @all <@123> <@&55> <at>Kim</at> ＠ok",
  "[our page](https://evil.example/pay) ![](https://evil.example/p.png)",
  "https://evil.example/pay www.evil.example evil.example/pay mailto:kim@evil.example",
  "*bold* **bold** __x__ _it_ ~~gone~~ ~town-square `code` ||hidden|| :boom: ```block```",
  "&lt;!channel&gt; &#64;everyone \\*x\\* #heading",
  "ok\n# heading\n> quote\n- item\n1. one\n    code\n-# small\n***\n===",
];

/** The words as they were written, whatever was put between or in place of their signs. */
const legible = (text: string) => text.replaceAll("\u200b", "").replaceAll("∗", "*").replaceAll("＠", "@").replaceAll("‹", "<");

describe.each(Object.entries(chats.paths))("in %s", (_, path) => {
  it.each(tricks)("a stranger's words are words: %s", async (trick) => {
    await connect(path);
    const excerpt = `${trick} ${angry}`.slice(0, maxExcerpt);
    await ann.run("mention.report", sighting("1", { excerpt, author: { handle: "kit", name: trick.slice(0, 50), verified: null } }));
    await round();
    expect(chats.shown).toEqual([{ text: expect.stringContaining("X: "), links: [permalink], marks: [] }]);
  });

  it("so are a member's, and the reply's own link stays one", async () => {
    await connect(path);
    await ann.run("mention.report", sighting("1"));
    const { claim } = await ann.run("claim.take", { mentionId: "x:1" });
    const url = "https://x.com/acme/status/9";
    const text = `${tricks.at(-1)}\n@everyone see https://evil.example`;
    await ann.run("reply.posted", { mentionId: "x:1", fence: claim?.fence ?? 0, text, url, proof: "seen" });
    await round();
    expect(chats.shown).toEqual([{ text: expect.any(String), links: [permalink, url], marks: [] }]);
    expect(legible(chats.shown[0]?.text ?? "")).toContain("@everyone see https://evil.example");
  });

  it("an answer of any length and any signs comes in", async () => {
    await connect(path);
    await ann.run("mention.report", sighting("1", { excerpt: "*".repeat(maxExcerpt) }));
    const { claim } = await ann.run("claim.take", { mentionId: "x:1" });
    const reply = { mentionId: "x:1", fence: claim?.fence ?? 0, text: ".a".repeat(4_000), url: null, proof: "confirmed" } as const;
    await ann.run("reply.posted", reply);
    await round();
    expect(chats.shown).toHaveLength(1);
    expect(await admin.run("integration.list", {})).toMatchObject([{ problem: null, waiting: 0, failed: 0 }]);
  });
});

describe("an alert that goes to chats too", () => {
  const path = chats.paths.slack ?? Object.values(chats.paths)[0] ?? "";
  const quietChat = () =>
    admin.run("integration.save", {
      ...{ id: randomUUID(), name: "Chat", enabled: true, target: { kind: "chat" }, events: [], secret: `${chats.address}${path}` },
    });
  const danger = sighting("1", { excerpt: "My acme charger caught fire and burned my hand" });

  it("is heard by a chat that chose nothing, of danger only, as the workspace says", async () => {
    await quietChat();
    await admin.run("alerts.rules", { off: [], chats: ["danger"] });
    await ann.run("mention.report", danger);
    await ann.run("mention.report", sighting("2", { excerpt: angry }));
    await round();
    expect(chats.shown).toHaveLength(1);
    expect(chats.shown[0]?.text).toContain("caught fire");
  });

  it("is not heard where the workspace has no such alerts, or keeps them from chats", async () => {
    await quietChat();
    await admin.run("alerts.rules", { off: ["danger"], chats: ["danger"] });
    await ann.run("mention.report", danger);
    await round();
    expect(chats.shown).toEqual([]);
  });
});
