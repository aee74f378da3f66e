import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { alarm } from "../../../components/composer/alarm.ts";
import { askInOrder } from "../../../components/composer/ask-in-order.ts";
import { autosave, pauseMs } from "../../../components/composer/autosave.ts";
import { leaveText, ownOpinionText } from "../../../components/composer/leave-text.ts";
import { leaves, takeBack } from "../../../components/composer/leaving.ts";
import { lossBy, lossOf } from "../../../components/composer/losing.ts";
import { thanksText } from "../../../components/composer/thanks-text.ts";
import type { Mention } from "../../../lib/schema/mention.ts";
import type { CardState } from "../../../lib/schema/messages.ts";
import { at, calm, cardState, heldBy, linh, mention, noonMs, noor } from "../samples.ts";

const plain = (text: string) => text.replace(/[\u2068\u2069]/g, "");

describe("answers that overtake each other", () => {
  test("the answer to a later question is news, and an earlier one that comes after it is not", () => {
    const ask = askInOrder();
    const [first, second, third] = [ask(), ask(), ask()];
    expect(second()).toBe(true);
    expect(first()).toBe(false);
    expect(third()).toBe(true);
  });
  test("in their order all are news", () => {
    const ask = askInOrder();
    expect([ask()(), ask()()]).toEqual([true, true]);
  });
});

describe("in time", () => {
  let life: AbortController;
  beforeEach(() => {
    vi.useFakeTimers();
    life = new AbortController();
  });
  afterEach(() => {
    life.abort();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  test("an alarm rings once, at the time set last, and not at all when it was taken back", () => {
    const ring = vi.fn();
    const set = alarm(ring, life.signal);
    set(100);
    set(500);
    vi.advanceTimersByTime(499);
    expect(ring).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(ring).toHaveBeenCalledOnce();
    set(100);
    set(null);
    vi.advanceTimersByTime(1000);
    expect(ring).toHaveBeenCalledOnce();
  });

  test("no alarm rings after the end", () => {
    const ring = vi.fn();
    const set = alarm(ring, life.signal);
    set(100);
    life.abort();
    set(200);
    vi.advanceTimersByTime(1000);
    expect(ring).not.toHaveBeenCalled();
  });

  test("saves once a pause, not while it is typed", async () => {
    const save = vi.fn(async () => {});
    const saver = autosave(save, life.signal);
    for (let letter = 0; letter < 5; letter++) {
      saver.touch();
      await vi.advanceTimersByTimeAsync(pauseMs - 1);
    }
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(save).toHaveBeenCalledOnce();
  });

  test("saves at once when asked to, never two at a time, and nothing twice", async () => {
    let running = 0;
    const save = vi.fn(async () => {
      running += 1;
      expect(running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 50));
      running -= 1;
    });
    const saver = autosave(save, life.signal);
    saver.touch();
    const first = saver.flush();
    saver.touch();
    const second = saver.flush();
    await vi.advanceTimersByTimeAsync(200);
    await Promise.all([first, second, saver.flush()]);
    expect(save).toHaveBeenCalledTimes(2);
  });
});

describe("letting go is undone by its opposite", () => {
  test.each([
    ["claim.release", "claim.take", { mentionId: "x:1" }],
    ["mention.dismiss", "mention.reopen", { mentionId: "x:1" }],
    ["mention.route", "mention.route", { mentionId: "x:1", route: "community", note: "" }],
  ] as const)("%s by %s", async (leave, name, args) => {
    const ask = vi.fn(async () => null);
    await takeBack(ask as never, leave, "x:1");
    expect(ask.mock.calls).toEqual([[name, args]]);
  });

  test("each is said in its own words, and a newcomer hears that a second one decides", () => {
    expect(new Set(leaves.map((leave) => leaveText(leave))).size).toBe(leaves.length);
    const own = { wish: "dismiss", value: "spam", note: null, isMine: true } as const;
    expect(leaveText("mention.dismiss", own)).toBe(ownOpinionText(own));
    expect(leaveText("claim.release", own)).toBe("Given back. Somebody else can take it now.");
  });
});

describe("how a post was lost", () => {
  const before = cardState({ mention: heldBy(noor, 5) });
  const now = (parts: Partial<Mention>): CardState => cardState({ mention: { ...before.mention, ...parts } });
  const free = { status: "open", claim: null } as const;
  const reply = { text: "Hi", url: null, proof: "seen", author: { id: linh.id, name: linh.name }, at: at(0) } as const;
  test.each<[string, Partial<Mention>, number, ReturnType<typeof lossOf>]>([
    ["the time ran out", free, 6, { why: "time", who: null }],
    ["no sign of life", free, 2, { why: "silence", who: null }],
    ["another has it", heldBy(linh), 2, { why: "taken", who: "Linh Aster" }],
    ["another answered", { status: "answered", claim: null, reply }, 2, { why: "answered", who: "Linh Aster" }],
    ["staff took it", { status: "escalated", claim: null, route: "first_line" }, 2, { why: "staff", who: null }],
    ["somebody set it aside", { status: "dismissed", claim: null }, 2, { why: "dismissed", who: null }],
    ["another post stands for it", { status: "dismissed", claim: null, mergedInto: "x:2" }, 2, { why: "merged", who: null }],
    ["it was deleted", { status: "gone", claim: null }, 2, { why: "gone", who: null }],
  ])("%s", (_, parts, minutes, loss) => {
    expect(lossOf(before, now(parts), noonMs + minutes * 60_000)).toEqual(loss);
  });

  test("the community was stopped", () => {
    const stopped = now(free);
    const brake = { since: at(0), words: "" };
    const { why } = lossOf(before, { ...stopped, workspace: { ...stopped.workspace, brake } }, noonMs + 120_000);
    expect(why).toBe("stopped");
    expect(lossBy("community_stopped")?.why).toBe("stopped");
  });

  test("is told by some refusals, and by most not", () => {
    expect(lossBy("not_found")?.why).toBe("removed");
    expect(lossBy("unauthorized")?.why).toBe("signed_out");
    expect(lossBy("consent_needed")?.why).toBe("left");
    expect(lossBy("server_unreachable")).toBeNull();
  });
});

describe("thanks", () => {
  test("name the author and what was answered", () => {
    expect(plain(thanksText(mention()))).toBe("Posted. Thank you, Dana's question is answered.");
    expect(plain(thanksText(mention({ triage: { ...calm, kind: "praise" } })))).toBe("Posted. Thank you, Dana's kind words are answered.");
  });
  test("call nobody's threat a threat, and somebody without a name someone", () => {
    const unnamed = mention({ triage: { ...calm, kind: "threat" }, author: { name: null, handle: null, verified: null } });
    expect(plain(thanksText(unnamed))).toBe("Posted. Thank you, Someone has an answer.");
  });
});
