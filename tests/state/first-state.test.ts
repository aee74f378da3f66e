// @vitest-environment node
import { expect, it } from "vitest";
import { openFirstState } from "../../lib/state/first-state.ts";
import { sessionOf } from "../../lib/store/meta.ts";
import { account, mention, noonMs } from "../support/samples.ts";

it("shows the first look in the server's time", async () => {
  const session = sessionOf(account(), { sharing: "all" });
  const look = { session, mentions: [mention("1")], presence: [], skewMs: 5_000, trouble: undefined };
  const state = await openFirstState(
    () => noonMs,
    async () => look,
  );
  expect(state?.mentions.value).toEqual([mention("1")]);
  expect([state?.session.value, state?.nowMs.value, state?.outbox.value.problem]).toEqual([session, noonMs + 5_000, null]);
});

it("shows nothing when there is no first look", async () => {
  expect(await openFirstState(Date.now, async () => null)).toBeNull();
});
