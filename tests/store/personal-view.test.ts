import { expect, it } from "vitest";
import { defaultTriageSettings } from "../../lib/schema/triage-settings.ts";
import { nextForMember } from "../../lib/state/selectors.ts";
import { setMeta } from "../../lib/store/meta.ts";
import { enqueue } from "../../lib/store/outbox.ts";
import { viewPersonal } from "../../lib/store/personal-view.ts";
import { putMentions } from "../../lib/store/turns.ts";
import { account, claimed, dana, linh, mention, noonMs } from "../support/samples.ts";
import { freshStore } from "../support/store.ts";

const { patienceMinutes } = defaultTriageSettings;

const urgent = (id: string, priority: number) => {
  const one = mention(id);
  return { ...one, triage: { ...one.triage, priority } };
};
/** Seen `minutes` after the first. */
const seenAfter = (minutes: number, id: string, priority: number) => ({
  ...urgent(id, priority),
  firstSeenAt: new Date(noonMs + minutes * 60_000).toISOString(),
});

it("finds the next post, what is held and what waits to be sent among many, without reading them", async () => {
  const { store } = freshStore();
  await setMeta(store, "account", account());
  await putMentions(
    store,
    Array.from({ length: 300 }, (_, at) => seenAfter(10 * at, String(at), at % 40)),
    patienceMinutes,
  );
  await putMentions(
    store,
    [
      seenAfter(60, "best", 90),
      seenAfter(500, "late", 100),
      { ...seenAfter(0, "done", 95), status: "answered" },
      claimed("mine", dana),
      claimed("other", linh),
    ],
    patienceMinutes,
  );
  await enqueue(store, { id: "op", name: "mention.dismiss", args: { mentionId: "x:7", reason: "spam" } }, noonMs);
  const seen = await viewPersonal(store);
  expect(seen.length).toBeLessThan(60);
  expect(nextForMember(seen, dana, noonMs, patienceMinutes)?.id).toBe("x:best");
  expect(seen.map(({ id }) => id)).toEqual(expect.arrayContaining(["x:mine", "x:other"]));
  expect(seen.find(({ id }) => id === "x:7")?.status).toBe("dismissed");
  expect(seen.some(({ id }) => id === "x:done")).toBe(false);
});
