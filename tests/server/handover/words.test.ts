import { describe, expect, it } from "vitest";
import { mentionEvents } from "../../../lib/schema/integration.ts";
import { CallError } from "../../../server/egress/outbound.ts";
import { chatBody, chatMessage } from "../../../server/handover/chat.ts";
import { passable, verdictOn } from "../../../server/handover/verdict.ts";
import { authorOf, cut, mark, noteOf, plainLine, postOf, reasonsLine, sentenceOf, titleOf } from "../../../server/handover/words.ts";
import { dana, mention, triaged } from "../../support/samples.ts";

const reasons = [
  { code: "very_angry", words: ["awful", "never again"] },
  { code: "reach", words: [] },
] as unknown as typeof triaged.reasons;
const reply = { text: "Try a reset.", author: { id: dana.id, name: "Dana" }, url: "https://x.com/dana/status/9" };
const escalated = mention("1", { route: "first_line", note: "asks for a refund", triage: { ...triaged, reasons } });
const answered = mention("1", { reply: { ...mention("1").reply, ...reply } as never });

describe("what strangers wrote", () => {
  it("is one line without signs that nobody sees or that turn it round", () => {
    expect(plainLine("a\u202eb\u200b \n\t c\u0000", 20)).toBe("a b c");
    expect(plainLine("  ", 20)).toBe("");
  });

  it("is cut by characters, not in the middle of one", () => {
    expect(cut("abc", 3)).toBe("abc");
    expect(cut("ab😀d", 3)).toBe("ab…");
    expect(cut("😀😀😀😀", 3)).toBe("😀😀…");
  });

  it("names its author by whatever is known", () => {
    const named = (name: string | null, handle: string | null) => authorOf(mention("1", { author: { name, handle, verified: null } }));
    expect([named("Nilu", "nilu"), named(null, "nilu"), named(null, null), named("\u200b", null)]).toEqual([
      "Nilu",
      "nilu",
      "Someone",
      "Someone",
    ]);
    expect(titleOf(mention("1"))).toBe("X: Nilu: Acme earbuds: how does pairing work?");
    expect(postOf(mention("1", { excerpt: "Long", partial: true }))).toBe("Long […]");
  });
});

describe("a ticket's note", () => {
  it("says all that an agent needs, and ends with its mark", () => {
    const note = noteOf(
      escalated,
      [{ at: "2026-03-02T11:00:00.000Z", who: null, action: "rule.unclaimed", detail: { route: "first_line" } }],
      "k1",
    );
    expect(note.split("\n")).toEqual([
      "Handed to the first line by Fanswer.",
      `Post: ${escalated.permalink}`,
      "Why: very angry (“awful”, “never again”), reach",
      "Note: asks for a refund",
      "Matched: acme",
      "First answer due: 2026-03-02 13:50 UTC",
      "",
      "So far (UTC):",
      "2026-03-02 11:00 Fanswer: rule.unclaimed (first_line)",
      "",
      mark("k1"),
    ]);
    expect(reasonsLine(mention("1"))).toBe("");
  });
});

describe("the sentence of an event", () => {
  it.each(mentionEvents)("%s is said, with an end", (event) => {
    expect(sentenceOf(mention("1", { note: "spam" }), event)).toMatch(/[.\w]$/);
  });

  it("says who answered and where, and why it waits", () => {
    expect(sentenceOf(answered, "answered")).toBe(`Answered on the site by Dana, ${reply.url}:\nTry a reset.`);
    const former = mention("1", { reply: { ...answered.reply, author: { id: dana.id, name: "" } } as never });
    expect(sentenceOf(former, "answered")).toContain("by a former member, ");
    expect(sentenceOf(escalated, "escalated")).toBe("Waits for the first line. Note: asks for a refund");
    expect(sentenceOf(mention("1", { note: "no_answer_needed" }), "dismissed")).toBe("Set aside: no answer needed.");
  });
});

describe("a message for a chat", () => {
  const shown = (excerpt: string) => chatMessage(mention("1", { excerpt }), "dismissed").text;

  it.each([
    ["@everyone look", "@"],
    ["*bold* _it_ `code` ~no~ |bar|", "*"],
    ["<!channel> [a](b)", "<"],
    ["https://bad.example/x", "https://"],
    ["go to bad.example now", "bad.example"],
    ["mailto:a", "mailto:a"],
    [":boom:", ":boom:"],
    ["&lt;b&gt;", "&lt;"],
  ])("keeps nothing in %s that a chat would act on", (excerpt, acted) => {
    expect(shown(excerpt)).not.toContain(acted);
  });

  it("has the links of post and reply beside the words, without an @", () => {
    const { text, links } = chatMessage({ ...answered, permalink: "https://mastodon.example/@nilu/1" }, "answered");
    expect(links).toEqual(["https://mastodon.example/%40nilu/1", reply.url]);
    expect(text).not.toContain("status");
    expect(chatMessage(mention("1", { permalink: `https://x.com/${"a".repeat(400)}` }), "gone").links).toEqual([]);
  });

  it.each([
    ["https://discord.com/api/webhooks/1/abc", { content: "a\nhttps://l.example", allowed_mentions: { parse: [] }, flags: 4 }],
    ["https://hooks.slack.com/services/T/B/x", { text: "a\nhttps://l.example" }],
    ["https://mattermost.example/hooks/x", { text: "a\nhttps://l.example" }],
  ])("has the form that %s takes", (url, body) => {
    expect(chatBody(url, { text: "a", links: ["https://l.example"] })).toEqual(body);
  });

  it("is a card without markup for Teams", () => {
    const body = chatBody("https://acme.webhook.office.com/webhookb2/1/IncomingWebhook/2/3", {
      text: "a\nb",
      links: ["https://l.example"],
    });
    const content = (body as { attachments: { content: { body: unknown[]; actions: unknown[] } }[] }).attachments[0]?.content;
    expect(content?.body).toHaveLength(2);
    expect(content?.actions).toEqual([{ type: "Action.OpenUrl", title: "Open the post", url: "https://l.example" }]);
  });
});

describe("a call that failed", () => {
  it.each([
    ["webhook", "unreachable", null, "rest"],
    ["webhook", "auth", 401, "rest"],
    ["webhook", "not_found", 404, "rest"],
    ["webhook", "not_found", 410, "end"],
    ["webhook", "refused", 422, "give_up"],
    ["webhook", "internal", null, "again"],
    ["zendesk", "not_found", 404, "again"],
    ["zendesk", "not_found", 410, "again"],
    ["zendesk", "refused", 422, "again"],
    ["zendesk", "rate_limited", 429, "rest"],
    ["chat", "malformed", 200, "give_up"],
  ] as const)("of a %s with %s, %s: %s", (kind, problem, status, verdict) => {
    expect(verdictOn(kind, new CallError(problem, status))).toBe(verdict);
  });

  it("lets later messages pass only where their order does not matter, or the fault is ours", () => {
    expect(passable("webhook")).toEqual(["internal"]);
    expect(passable("zammad")).toContain("refused");
  });
});
