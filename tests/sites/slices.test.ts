import { describe, expect, it } from "vitest";
import { createSlices, whenIdle } from "../../lib/sites/slices.ts";

/** Slices on a clock that each task moves on by `costMs`; what waits for later runs when it is told to. */
function slices(costMs: number) {
  const done: string[] = [];
  const later: (() => void)[] = [];
  let nowMs = 0;
  const end = new AbortController();
  const add = createSlices(
    (run) => later.push(run),
    () => nowMs,
    end.signal,
  );
  const tasks = (...names: string[]) =>
    names.map((name) => () => {
      nowMs += costMs;
      done.push(name);
    });
  return { add, tasks, done, later, end, goOn: () => later.shift()?.() };
}

describe("work in slices", () => {
  it("begins at once and goes on later, in order, until all is done", () => {
    const { add, tasks, done, later, goOn } = slices(3);
    add(tasks("a", "b", "c", "d"));
    expect(done).toEqual(["a", "b"]);
    goOn();
    expect(done).toEqual(["a", "b", "c", "d"]);
    expect(later).toEqual([]);
  });

  it("takes what is added meanwhile into the slices that come, not into one more", () => {
    const { add, tasks, done, later, goOn } = slices(10);
    add(tasks("a", "b"));
    add(tasks("c"));
    expect([done, later.length]).toEqual([["a"], 1]);
    goOn();
    goOn();
    expect(done).toEqual(["a", "b", "c"]);
  });

  it("goes on behind a task that fails", () => {
    const { add, tasks, done, goOn } = slices(1);
    const fail = () => {
      throw new Error("this one");
    };
    expect(() => add([fail, ...tasks("a")])).toThrow("this one");
    expect(done).toEqual([]);
    goOn();
    expect(done).toEqual(["a"]);
  });

  it("ends with its signal", () => {
    const { add, tasks, done, later, end, goOn } = slices(10);
    add(tasks("a", "b"));
    end.abort();
    goOn();
    expect([done, later]).toEqual([["a"], []]);
  });
});

describe("idle work", () => {
  it("is done at the latest after a while", async () => {
    await new Promise<void>((resolve) => whenIdle(resolve));
  });
});
