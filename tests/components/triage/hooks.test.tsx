import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { peopleWork } from "../../../components/triage/people-work.ts";
import { useDoing } from "../../../components/triage/use-doing.ts";
import { useDoings } from "../../../components/triage/use-doings.ts";
import { useHint } from "../../../components/triage/use-hint.ts";
import { useKeys } from "../../../components/triage/use-keys.ts";
import { useSelection } from "../../../components/triage/use-selection.ts";
import { useStaff } from "../../../components/triage/use-staff.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { Mention } from "../../../lib/schema/mention.ts";
import { control, key, pageText, show } from "../page.ts";
import { linh, mention, noor, sam } from "../samples.ts";

/** Shows a hook's answer; `now()` gives the latest. */
async function using<T>(hook: () => T): Promise<() => T> {
  let latest: T | undefined;
  const Host = () => {
    latest = hook();
    return <button type="button">here</button>;
  };
  await show(<Host />);
  return () => latest as T;
}

const plain = (text: string | undefined) => text?.replace(/[\u2068\u2069]/g, "");

describe("doing something to a post", () => {
  const around = (isOffline = false) => ({ isOffline, onAct: vi.fn() });

  test("is told with the way back, which tells too", async () => {
    const [work, undo, deps] = [vi.fn(async () => {}), vi.fn(async () => {}), around()];
    const now = await using(() => useDoing(deps));
    await act(() => now().act(work, "Merged.", undo));
    expect(deps.onAct).toHaveBeenCalledOnce();
    expect(now().toast?.text).toBe("Merged.");
    await act(async () => now().toast?.undo?.());
    expect(undo).toHaveBeenCalledOnce();
    expect(now().toast?.text).toBe("Undone.");
  });

  test("that leaves a post where it is moves nothing", async () => {
    const deps = around();
    const now = await using(() => useDoing(deps));
    await act(() => now().act(async () => {}, "Changed.", null, false));
    expect(deps.onAct).not.toHaveBeenCalled();
  });

  test("waits without a connection, and says so", async () => {
    const now = await using(() => useDoing(around(true)));
    await act(() => now().act(async () => {}, "Merged.", null));
    expect(now().toast?.text).toBe("Merged. It is sent when you're back.");
  });

  test("taking a post and a reviewer's word do not wait: they say what they need", async () => {
    const away = async () => Promise.reject(new FanswerError("server_unreachable"));
    const now = await using(() => useDoing(around(true)));
    let id: string | null = "x:0";
    await act(async () => {
      id = await now().take(away, async () => {});
    });
    expect(id).toBeNull();
    expect(now().toast).toMatchObject({ text: "Taking a post needs a connection.", failed: true });
    await act(() => now().word(away(), "Sent back"));
    expect(now().toast?.text).toBe("Saying your word on a draft needs a connection.");
  });

  test("what was taken is given back, and what was not is not", async () => {
    const giveBack = vi.fn(async () => {});
    const now = await using(() => useDoing(around()));
    await act(async () => void (await now().take(async () => "x:7", giveBack)));
    await act(async () => now().toast?.undo?.());
    expect(giveBack).toHaveBeenCalledWith("x:7");
  });

  test("to many says how far it came; only that is undone", async () => {
    const posts = [mention(), mention(), mention()];
    const undone: Mention[] = [];
    const now = await using(() => useDoing(around()));
    const work = async (post: Mention) => {
      if (post === posts[2]) throw new FanswerError("forbidden");
    };
    await act(() => now().many(posts, work, async (post) => void undone.push(post)));
    expect(now().toast?.failed).toBe(true);
    expect(plain(now().toast?.text)).toMatch(/^Done for 2 of 3\. ./);
    await act(async () => now().toast?.undo?.());
    expect(undone).toEqual(posts.slice(0, 2));
  });
});

describe("what members did", () => {
  beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
  afterEach(() => void vi.useRealTimers());
  const list = { people: [], takeBacks: [{ id: "t", member: linh, by: sam, at: "2026-03-02T12:00:00.000Z" }] };

  test("is asked for at once and every few minutes; without a connection what was known stays", async () => {
    const ask = vi.fn(async () => list);
    const now = await using(() => useDoings(ask));
    await vi.waitFor(() => expect(now().list).toBe(list));
    ask.mockRejectedValue(new FanswerError("server_unreachable"));
    await act(async () => void (await vi.advanceTimersByTimeAsync(5 * 60_000)));
    expect(ask).toHaveBeenCalledTimes(2);
    expect(now().list).toBe(list);
  });
});

describe("taking back what one did", () => {
  const doings = { member: noor } as Parameters<ReturnType<typeof peopleWork>["onTakeBack"]>[0];
  const working = (takeBack: Parameters<typeof peopleWork>[0]["takeBack"]) => {
    const [undoTakeBack, refresh, say] = [vi.fn(async () => {}), vi.fn(async () => {}), vi.fn()];
    const acted: { text: string; undo: (() => Promise<void>) | null }[] = [];
    const work = peopleWork(
      { takeBack, undoTakeBack },
      {
        say,
        async act(does, text, undo) {
          await does();
          acted.push({ text, undo });
        },
      },
      refresh,
    );
    return { work, acted, undoTakeBack, refresh, say };
  };

  test("says how much, and undoes each part", async () => {
    const { work, acted, undoTakeBack } = working(async () => ({ posts: 3, ids: ["a", "b"] }));
    await work.onTakeBack(doings, 4);
    expect(acted[0]?.text).toBe("Taken back: 3 posts are as they were.");
    await acted[0]?.undo?.();
    expect(undoTakeBack.mock.calls).toEqual([["a"], ["b"]]);
  });

  test("says why not", async () => {
    const { work, acted, say } = working(async () => Promise.reject(new FanswerError("server_unreachable")));
    await work.onTakeBack(doings, 1);
    expect(acted).toEqual([]);
    expect(say).toHaveBeenCalledWith(expect.objectContaining({ failed: true }));
  });
});

test("the same hint is said anew", async () => {
  const now = await using(useHint);
  await act(() => now().tell("No."));
  await act(() => now().tell("No."));
  expect(now().hint).toEqual({ text: "No.", count: 2 });
});

test("staff are asked for once; without a connection nobody is known", async () => {
  const ask = vi.fn(async () => [sam]);
  const now = await using(() => useStaff(ask));
  expect(now()).toEqual([sam]);
  expect(ask).toHaveBeenCalledOnce();
  const none = await using(() => useStaff(async () => Promise.reject(new FanswerError("server_unreachable"))));
  expect(none()).toEqual([]);
});

test("rows are picked and let go; what is closed or no longer shown is not among them", async () => {
  const [one, two] = [mention(), mention()];
  let rows: Mention[] = [one, two];
  const now = await using(() => useSelection(rows));
  await act(() => now().toggle(one.id));
  await act(() => now().toggle(two.id));
  expect(now().picked).toEqual([one, two]);
  rows = [{ ...one, status: "answered" }, two];
  await act(() => now().setMenu("assign"));
  expect(now().picked).toEqual([two]);
  await act(() => now().toggle(two.id));
  expect(now().picked).toEqual([]);
  await act(() => now().clear());
  expect([now().ids.size, now().menu]).toEqual([0, null]);
});

describe("keys of the panel", () => {
  test("reach it wherever the focus is, and Escape only where nothing else takes it", async () => {
    const [onKey, onEscape] = [vi.fn(), vi.fn()];
    const Host = () => {
      useKeys(onKey, onEscape);
      return (
        <>
          <button type="button">row</button>
          <dialog open>
            <button type="button">help</button>
          </dialog>
        </>
      );
    };
    await show(<Host />);
    await key("j", control("row"));
    await key("q", control("row"));
    expect(onKey.mock.calls).toEqual([["next"]]);
    await key("Escape", control("help"));
    expect(onEscape).not.toHaveBeenCalled();
    await key("Escape", control("row"));
    expect(onEscape).toHaveBeenCalledWith(control("row"));
  });

  test("are heard no more once it is gone", async () => {
    const onKey = vi.fn();
    const Host = () => {
      useKeys(onKey);
      return null;
    };
    await show(<Host />);
    await show(<p>gone</p>);
    await key("j");
    expect(onKey).not.toHaveBeenCalled();
    expect(pageText()).toBe("gone");
  });
});
