// @vitest-environment node
import { describe, expect, it } from "vitest";
import { mostHeld } from "../../lib/schema/limits.ts";
import type { Change } from "../../lib/schema/wire.ts";
import { applyAnswer } from "../../lib/store/apply.ts";
import type { Store } from "../../lib/store/database.ts";
import { isQueueLow } from "../../lib/store/holding.ts";
import { getMeta, setMeta } from "../../lib/store/meta.ts";
import { enqueue } from "../../lib/store/outbox.ts";
import { account, claimed, dana, iso, mention, noonMs } from "../support/samples.ts";
import { joinedStore } from "../support/store.ts";

const { token } = account();
let revision = 0;

async function receive(store: Store, changes: Change[], beyond?: boolean): Promise<void> {
  revision += 1;
  const response = {
    changes,
    cursor: { epoch: "e1", revision },
    startOver: false,
    presence: [],
    now: iso(noonMs),
    ...(beyond !== undefined && { beyond }),
  };
  await applyAnswer(store, { token, outcomes: [], rows: [], skewMs: 0, response });
}

const waiting = (count: number, from = 0): Change[] =>
  Array.from({ length: count }, (_, n) => {
    const value = mention(`w${from + n}`);
    return { kind: "mention", value: { ...value, triage: { ...value.triage, priority: (from + n) % 100 } } };
  });

const closed = (count: number): Change[] =>
  Array.from({ length: count }, (_, n) => ({ kind: "mention", value: mention(`c${n}`, { status: "answered", revision: n + 1 }) }));

describe("a device that has received much", () => {
  it("keeps the best of the queue, what was closed last, its own work and what its outbox is about", async () => {
    const store = await joinedStore();
    await enqueue(store, { id: "op-1", name: "mention.reopen", args: { mentionId: "x:c0" } }, noonMs);
    await receive(store, [
      ...waiting(2 * mostHeld.queue),
      ...closed(2 * mostHeld.closed),
      { kind: "mention", value: claimed("mine", dana) },
    ]);
    const kept = await store.mentions.toArray();
    const open = kept.filter(({ status }) => status === "open");
    expect(open).toHaveLength(mostHeld.queue);
    expect(Math.min(...open.map(({ triage }) => triage.priority))).toBe(50);
    const ids = new Set(kept.map(({ id }) => id));
    expect(ids.has("x:mine")).toBe(true);
    expect(ids.has("x:c0")).toBe(true);
    expect(kept.filter(({ status }) => status === "answered")).toHaveLength(mostHeld.closed + 1);
    expect(ids.has(`x:c${2 * mostHeld.closed - 1}`)).toBe(true);
  });

  it("asks for more of the queue only when it has run low and the server has more", async () => {
    const store = await joinedStore();
    await receive(store, waiting(10), false);
    expect(await isQueueLow(store)).toBe(false);
    await setMeta(store, "beyond", true);
    expect(await isQueueLow(store)).toBe(true);
    await receive(store, waiting(mostHeld.queue), true);
    expect(await isQueueLow(store)).toBe(false);
  });

  it("knows that it let something of the queue go", async () => {
    const store = await joinedStore();
    await receive(store, waiting(3 * mostHeld.queue), false);
    expect(await getMeta(store, "beyond")).toBe(true);
  });
});

it("a device that is told to start over forgets its mirror and cursor, and nothing that waits to be sent", async () => {
  const store = await joinedStore();
  await receive(store, waiting(3));
  await enqueue(store, { id: "op-1", name: "mention.dismiss", args: { mentionId: "x:w1", reason: "spam" } }, noonMs);
  const response = { changes: [], cursor: { epoch: "e1", revision: 0 }, startOver: true, presence: [], now: iso(noonMs) };
  await applyAnswer(store, { token, outcomes: [], rows: [], skewMs: 0, response });
  expect(await store.mentions.count()).toBe(0);
  expect(await getMeta(store, "cursor")).toBeUndefined();
  expect(await store.outbox.count()).toBe(1);
});
