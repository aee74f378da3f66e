import { signal } from "@preact/signals";
import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import { AnswerHead } from "../../../components/composer/answer-head.tsx";
import { type Flow, noFlow } from "../../../components/composer/flow.ts";
import { ReadStep } from "../../../components/composer/read-step.tsx";
import { useAnswering } from "../../../components/composer/use-answering.ts";
import { Writing } from "../../../components/composer/writing.tsx";
import { has, pageText, press, show } from "../page.ts";
import { at, cardState, heldBy, noonMs, noor, sam, still } from "../samples.ts";

const mine = cardState({ mention: heldBy(noor) });
const flow = (parts: Partial<Flow> = {}): Flow => ({ ...noFlow, card: mine, step: "write", ...parts });

describe("the head", () => {
  test("of what one holds: the time that is left, red in its last minute, and the way to give it back", async () => {
    const answering = { ...still({ card: mine, step: "write" }), giveBack: vi.fn(async () => {}) };
    await show(<AnswerHead answering={answering} nowMs={noonMs} />);
    const timer = () => document.querySelector("[role=timer]");
    expect(timer()?.getAttribute("aria-label")).toContain("left for your answer");
    expect(timer()?.getAttribute("data-tone")).toBeNull();
    await press("Give back");
    expect(answering.giveBack).toHaveBeenCalledOnce();
    await show(<AnswerHead answering={answering} nowMs={noonMs + 8 * 60_000} />);
    expect(timer()?.getAttribute("data-tone")).toBe("danger");
  });

  test("of what waits: its kind and language; of any other, its state", async () => {
    await show(<AnswerHead answering={still({ card: cardState() })} nowMs={noonMs} />);
    expect(pageText()).toContain("Question");
    await show(<AnswerHead answering={still({ card: cardState({ mention: { status: "answered" } }) })} nowMs={noonMs} />);
    expect(pageText()).toContain("Answered");
    expect(has("Give back")).toBe(false);
  });
});

describe("before anybody answers", () => {
  test("taking, setting aside and handing on; nothing of it where there is nothing to do", async () => {
    const answering = { ...still({ card: cardState() }), take: vi.fn(async () => {}), handToStaff: vi.fn(async () => {}) };
    await show(<ReadStep answering={answering} />);
    await press("I'll answer");
    expect(answering.take).toHaveBeenCalledOnce();
    await press("Hand to staff");
    await press("Hand to staff");
    expect(answering.handToStaff).toHaveBeenCalledWith("");
    await show(<ReadStep answering={still({ card: cardState({ mention: { status: "answered" } }) })} />);
    expect(pageText()).toBe("");
  });

  test("a post with staff is theirs to take", async () => {
    const escalated = { status: "escalated", route: "first_line" } as const;
    await show(<ReadStep answering={still({ card: cardState({ mention: escalated }) })} />);
    expect(has("I'll answer")).toBe(false);
    await show(<ReadStep answering={still({ card: cardState({ mention: escalated, me: sam }) })} />);
    expect(has("I'll answer")).toBe(true);
    expect(has("Hand to staff")).toBe(false);
  });

  test("a newcomer's proposal can be taken back", async () => {
    const withdraw = vi.fn(async () => {});
    const opinions = [{ wish: "dismiss", value: "spam", note: null, isMine: true } as const];
    await show(<ReadStep answering={{ ...still({ card: cardState({ mention: { opinions } }) }), withdraw }} />);
    await press("Take it back");
    expect(withdraw).toHaveBeenCalledWith("dismiss");
  });
});

describe("writing", () => {
  const writing = (parts: Partial<Flow>, does = {}) =>
    show(<Writing answering={{ ...still(flow(parts)), ...does }} nowMs={noonMs} way="copy" />);

  test("a reply that is refused is not copied", async () => {
    const place = vi.fn(async () => {});
    await writing({ text: "Hi Dana" }, { place });
    await press("Copy reply");
    expect(place).toHaveBeenCalledOnce();
    await writing({ text: "" }, { place });
    await press("Copy reply");
    expect(place).toHaveBeenCalledOnce();
  });

  test("a newcomer's goes to those who read it first, unless it is the text that they sent back", async () => {
    const sendForReview = vi.fn(async () => {});
    const me = { ...noor, level: 0 };
    await writing({ text: "Hi Dana", card: cardState({ mention: heldBy(noor), me }) }, { sendForReview });
    await press("Send for review");
    expect(sendForReview).toHaveBeenCalledOnce();
    const draft = { text: "Hi Dana", status: "rejected", author: { id: noor.id, name: noor.name }, updatedAt: at(-1) } as const;
    await writing({ text: "Hi Dana", card: cardState({ mention: { ...heldBy(noor), draft }, me }) }, { sendForReview });
    await press("Send for review");
    expect(sendForReview).toHaveBeenCalledOnce();
  });

  test("more time is offered near the end, as often as there is some", async () => {
    await writing({ text: "Hi" });
    expect(has("10 more minutes")).toBe(false);
    await writing({ text: "Hi", card: cardState({ mention: heldBy(noor, 1) }) });
    expect(has("10 more minutes")).toBe(true);
    await writing({ text: "Hi", card: cardState({ mention: heldBy(noor, 1, 1) }) });
    expect(has("10 more minutes")).toBe(false);
  });
});

test("answering lives as long as its row, is asked again when the store knows more, and saves at the end", async () => {
  const answering = { ...still({}), flow: signal(flow()), refresh: vi.fn(async () => {}), flush: vi.fn(async () => {}) };
  const open = vi.fn((_id: string, _signal: AbortSignal) => answering);
  const Row = ({ version }: { version: string }) => <p>{useAnswering(open, "x:1", version) === null ? "" : "open"}</p>;
  await show(<Row version="1" />);
  expect(pageText()).toBe("open");
  const asked = answering.refresh.mock.calls.length;
  await show(<Row version="2" />);
  expect(answering.refresh.mock.calls.length).toBe(asked + 1);
  expect(open).toHaveBeenCalledOnce();
  await act(() => void dispatchEvent(new Event("pagehide")));
  expect(answering.flush).toHaveBeenCalledOnce();
  await show(<p>gone</p>);
  expect(answering.flush).toHaveBeenCalledTimes(2);
  expect(open.mock.calls[0]?.[1].aborted).toBe(true);
});
