import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { coalescer } from "../../server/coalescer.ts";

interface Batch {
  readonly key: string;
  readonly items: readonly string[];
  end(): void;
  fail(): void;
}

/** A coalescer whose batches end when the test says so. */
function watched(largest = 64, atOnce = 10) {
  const batches: Batch[] = [];
  const submit = coalescer<string, string>(
    (key, items) =>
      new Promise((resolve, reject) => {
        batches.push({ key, items, end: () => resolve(items.map((item) => `${item}!`)), fail: () => reject(new Error("failed")) });
      }),
    { largest, atOnce },
  );
  return { submit, batches, seen: () => batches.map(({ key, items }) => `${key}:${items.join("")}`) };
}

describe("coalescing", () => {
  it("begins a lone item at once, and makes one batch of what arrives meanwhile", async () => {
    const { submit, batches, seen } = watched();
    const first = submit("a", "1");
    await turn();
    const others = ["2", "3", "4"].map((item) => submit("a", item));
    await turn();
    expect(seen()).toEqual(["a:1"]);
    batches[0]?.end();
    await turn();
    expect(seen()).toEqual(["a:1", "a:234"]);
    batches[1]?.end();
    expect(await Promise.all([first, ...others])).toEqual(["1!", "2!", "3!", "4!"]);
  });

  it("keeps batches small and in order", async () => {
    const { submit, batches, seen } = watched(2);
    const all = Promise.all(["1", "2", "3", "4", "5"].map((item) => submit("a", item)));
    for (let n = 0; n < 3; n++) {
      await turn();
      batches[n]?.end();
    }
    expect(await all).toEqual(["1!", "2!", "3!", "4!", "5!"]);
    expect(seen()).toEqual(["a:12", "a:34", "a:5"]);
  });

  it("lets a busy key not hold up the others", async () => {
    const { submit, batches, seen } = watched(1, 1);
    for (const item of ["1", "2", "3"]) void submit("busy", item);
    void submit("calm", "x");
    for (let n = 0; n < 4; n++) {
      await turn();
      batches[n]?.end();
    }
    expect(seen()).toEqual(["busy:1", "calm:x", "busy:2", "busy:3"]);
  });

  it("runs different keys side by side, as many as allowed", async () => {
    const { submit, seen } = watched(64, 2);
    for (const key of ["a", "b", "c"]) void submit(key, "1");
    await turn();
    expect(seen()).toEqual(["a:1", "b:1"]);
  });

  it("fails the items of a batch that fails, and goes on with the next", async () => {
    const { submit, batches } = watched(1);
    const first = submit("a", "1");
    const second = submit("a", "2");
    await turn();
    batches[0]?.fail();
    await expect(first).rejects.toThrow("failed");
    await turn();
    batches[1]?.end();
    expect(await second).toBe("2!");
  });
});
