// @vitest-environment node
import { expect, it, vi } from "vitest";
import { createTellPresence } from "../../lib/background/presence.ts";
import { setMeta } from "../../lib/store/meta.ts";
import { noonMs } from "../support/samples.ts";
import { freshStore } from "../support/store.ts";

function telling() {
  const { store } = freshStore();
  const ask = vi.fn(async () => null);
  const clock = { ms: noonMs };
  return { store, ask, clock, tell: createTellPresence(store, ask as never, () => clock.ms) };
}

it("says once a minute at most that the member looks at a mention", async () => {
  const { ask, clock, tell } = telling();
  await tell("x:1");
  clock.ms += 59_999;
  await tell("x:1");
  await tell("x:2");
  expect(ask.mock.calls).toEqual([
    ["mention.look", { mentionId: "x:1" }],
    ["mention.look", { mentionId: "x:2" }],
  ]);
  clock.ms += 1;
  await tell("x:1");
  expect(ask).toHaveBeenCalledTimes(3);
});

it("says nothing while the server cannot be reached, and fails nobody when it does not answer", async () => {
  const { store, ask, tell } = telling();
  ask.mockRejectedValueOnce(new Error("away"));
  await tell("x:1");
  await setMeta(store, "trouble", { code: "server_unreachable", sinceMs: noonMs } as never);
  await tell("x:2");
  expect(ask).toHaveBeenCalledOnce();
});
