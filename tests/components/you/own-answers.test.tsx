import { describe, expect, test, vi } from "vitest";
import { AnswersSection } from "../../../components/you/own-answers.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { OwnAnswers } from "../../../lib/schema/own-work.ts";
import { ownAnswer, ownAnswers } from "../own-samples.ts";
import { has, pageText, pick, press, show } from "../page.ts";

const none: OwnAnswers = { answers: [], isMore: false };
const section = (first = ownAnswers, onAsk = vi.fn(async () => none)) => show(<AnswersSection {...{ first, onAsk }} keptDays={30} />);
const rows = () => document.querySelectorAll(".own-list > li").length;

describe("one's own answers", () => {
  test("say what became of each, with the way to the answer and to the post", async () => {
    await section();
    const text = pageText();
    expect(text).toContain("Seen on the site");
    expect(text).toContain("Thanked");
    expect(text).toContain("A second reader found it wrong: it says something that is not true.");
    expect(text).toContain("Staff took it back; it counts no more");
    expect(text).toContain("Nobody said anything about it yet");
    expect([...document.querySelectorAll("a")].map(({ href }) => href)).toContain("https://x.com/noor/status/91");
  });

  test("show the words of others as words, whatever stands in them", async () => {
    const post = { author: { handle: "a", name: "<b>נועה</b>\u202e", verified: false }, words: "<script>alert(1)</script>" };
    await section({ answers: [{ ...ownAnswer, post }], isMore: false });
    expect(document.querySelectorAll("b, script")).toHaveLength(0);
    expect(pageText()).toContain("<b>נועה</b>");
  });

  test("are asked for page by page and by what became of them, and say when there are none", async () => {
    const more = { answers: [{ ...ownAnswer, mentionId: "x:90" }], isMore: false };
    const ask = vi.fn(async ({ kind }: { kind: string | null }) => (kind === null ? more : none));
    await section({ ...ownAnswers, isMore: true }, ask as never);
    const before = rows();
    await press("Show more");
    expect(rows()).toBe(before + 1);
    expect(has("Show more")).toBe(false);
    expect(ask).toHaveBeenLastCalledWith({ kind: null, after: expect.objectContaining({ mentionId: "x:4" }) });
    await pick("All", "thanked");
    expect(ask).toHaveBeenLastCalledWith({ kind: "thanked", after: null });
    expect(pageText()).toContain("None of these.");
  });

  test("stay when the server is away, and say why no more come", async () => {
    await section(
      { ...ownAnswers, isMore: true },
      vi.fn(() => Promise.reject(new FanswerError("server_unreachable"))),
    );
    const before = rows();
    await press("Show more");
    expect(rows()).toBe(before);
    expect(document.querySelector(".notice")?.textContent).toMatch(/server/);
  });

  test("of somebody who has none begin with a sentence", async () => {
    await section(none);
    expect(pageText()).toContain("No answers yet.");
  });
});
