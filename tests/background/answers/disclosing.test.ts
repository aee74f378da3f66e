// @vitest-environment node
import { beforeEach, expect, it, vi } from "vitest";
import { runningBackground } from "../../support/background.ts";
import { resetBrowser, world } from "../../support/browser.ts";
import { claimed, dana, triaged } from "../../support/samples.ts";

beforeEach(() => {
  resetBrowser();
  world.onInject = () => true;
});

/** A background whose member holds a post in `lang`. */
async function holding(lang: string) {
  const background = await runningBackground();
  background.server.put({ kind: "mention", value: claimed("1", dana, { triage: { ...triaged, lang }, lang: null }) });
  await background.from("popup", "sync.now", null);
  await vi.waitFor(async () => expect(await background.store().mentions.get("x:1")).toBeDefined());
  const insert = (text: string) => background.fromPage("reply.insert", { mentionId: "x:1", editor: "[role=textbox]", text });
  return { ...background, insert };
}

it("pastes no reply without the tie to the brand, whatever the page says", async () => {
  const { insert } = await holding("en");
  expect(await insert("Hold the button.")).toMatchObject({ ok: false, code: "draft_refused", detail: "no_disclosure" });
  expect(await insert("Hold the button.\nI'm an Acme customer")).toMatchObject({ ok: true });
  expect(await insert("As an Acme customer I hold the button.")).toMatchObject({ ok: true });
  expect(await insert("Hold the button.\nI work for Acme")).toMatchObject({ ok: false, code: "draft_refused" });
});

it("asks for words in a language without any, keeps them on the device, and says with the reply which they were", async () => {
  const { insert, fromPage, from, store, restart, server } = await holding("th");
  const text = "ลองกดปุ่มค้างไว้สิบวินาที";
  expect(await fromPage("draft.check", { mentionId: "x:1", text })).toMatchObject({ value: [{ code: "no_disclosure" }] });
  await fromPage("disclosure.keep", { lang: "th", line: "ลูกค้า Acme" });
  restart();
  expect(await fromPage("card.state", { mentionId: "x:1" })).toMatchObject({ value: { ownDisclosures: { th: "ลูกค้า Acme" } } });
  expect(await fromPage("draft.check", { mentionId: "x:1", text })).toMatchObject({ value: [] });
  expect(await insert(`${text}\nลูกค้า Acme`)).toMatchObject({ ok: true });
  server.fault = () => "lost_before";
  await fromPage("reply.posted", { mentionId: "x:1", fence: 1, text: `${text}\nลูกค้า Acme`, url: null, proof: "confirmed" });
  const [row] = await store().outbox.toArray();
  expect(row?.args).toMatchObject({ disclosure: "ลูกค้า Acme" });
  expect(await from("options", "session.leave", "device")).toMatchObject({ ok: true });
  expect(await store().meta.get("ownDisclosures")).toBeUndefined();
});

it("keeps no more own words than there are languages, and none that are no line", async () => {
  const { fromPage } = await holding("en");
  for (let index = 0; index < 70; index++) {
    const lang = `q${String.fromCharCode(97 + Math.floor(index / 26))}${String.fromCharCode(97 + (index % 26))}`;
    await fromPage("disclosure.keep", { lang, line: `line ${index}` });
  }
  const state = (await fromPage("card.state", { mentionId: "x:1" })) as { value: { ownDisclosures: object } };
  expect(Object.keys(state.value.ownDisclosures)).toHaveLength(60);
  expect(Object.values(state.value.ownDisclosures)).toContain("line 69");
  expect(await fromPage("disclosure.keep", { lang: "th", line: "x".repeat(101) })).toMatchObject({ ok: false, code: "malformed" });
});
