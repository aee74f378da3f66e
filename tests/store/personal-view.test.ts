import { expect, it } from "vitest";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import { offersFor } from "../../lib/state/selectors.ts";
import { setMeta } from "../../lib/store/meta.ts";
import { enqueue } from "../../lib/store/outbox.ts";
import { countPassed, offerAgain, pass } from "../../lib/store/passed.ts";
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

const nextIds = (seen: Parameters<typeof offersFor>[0]) => offersFor(seen, dana, noonMs, patienceMinutes, ["en"]).own.map(({ id }) => id);
const inLanguage = (id: string, lang: string) => ({ ...mention(id), lang, triage: { ...mention(id).triage, lang } });

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
  expect(nextIds(seen)[0]).toBe("x:best");
  expect(seen.map(({ id }) => id)).toEqual(expect.arrayContaining(["x:mine", "x:other"]));
  expect(seen.find(({ id }) => id === "x:7")?.status).toBe("dismissed");
  expect(seen.some(({ id }) => id === "x:done")).toBe(false);
});

it("finds those of each language, however many of another are more pressing", async () => {
  const { store } = freshStore();
  await setMeta(store, "account", account());
  const many = Array.from({ length: 200 }, (_, at) => ({
    ...seenAfter(at, String(at), 90),
    lang: "id",
    triage: { ...mention("0").triage, lang: "id", priority: 90 },
  }));
  await putMentions(
    store,
    [
      ...many,
      inLanguage("mine", "en"),
      inLanguage("far", "vi"),
      { ...mention("none"), lang: null, triage: { ...mention("none").triage, lang: "unknown" } },
    ],
    patienceMinutes,
  );
  const seen = await viewPersonal(store);
  expect(nextIds(seen)).toEqual(["x:mine", "x:none"]);
  expect(seen.map(({ id }) => id)).toContain("x:far");
  expect(seen.length).toBe(23);
});

it("leaves out what the member passed on, on the next start too, until it is offered again", async () => {
  const { store, again } = freshStore();
  await setMeta(store, "account", account());
  await putMentions(store, [seenAfter(0, "first", 90), seenAfter(0, "second", 50)], patienceMinutes);
  await pass(store, "x:first", true, noonMs);
  expect(nextIds(await viewPersonal(again()))).toEqual(["x:second"]);
  expect(await countPassed(store)).toBe(1);
  await pass(store, "x:first", false, noonMs);
  expect(nextIds(await viewPersonal(store))).toEqual(["x:first", "x:second"]);
  await pass(store, "x:first", true, noonMs);
  await pass(store, "x:second", true, noonMs);
  await offerAgain(store);
  expect(nextIds(await viewPersonal(store))).toHaveLength(2);
});

it("keeps no more of what was passed on than can matter", async () => {
  const { store } = freshStore();
  const day = 24 * 3_600_000;
  await store.passed.bulkPut(Array.from({ length: 2000 }, (_, at) => ({ mentionId: `x:${at}`, atMs: noonMs + at })));
  await store.passed.put({ mentionId: "x:old", atMs: noonMs - 31 * day });
  await pass(store, "x:new", true, noonMs + day);
  expect(await store.passed.count()).toBe(2000);
  expect(await store.passed.bulkGet(["x:old", "x:0", "x:new"])).toEqual([undefined, undefined, expect.anything()]);
});
