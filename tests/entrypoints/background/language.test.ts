// @vitest-environment node
import { afterEach, beforeEach, expect, it } from "vitest";
import { speakIn } from "../../../lib/i18n/spoken.ts";
import { runningBackground } from "../../support/background.ts";
import { deliver, pageSender, resetBrowser, world } from "../../support/browser.ts";

beforeEach(resetBrowser);
afterEach(() => speakIn(null));

const ask = (name: string, args: unknown) => deliver({ name, args }, pageSender(1));

it("the language that was chosen here is what marks and cards are told, also by a worker that was started anew", async () => {
  const { from, restart } = await runningBackground();
  expect(await ask("page.start", { site: "x" })).toMatchObject({ value: { texts: { "state.staff": "With staff" } } });
  expect(await ask("language.texts", null)).toEqual({ ok: true, value: null });
  world.told.length = 0;
  await from("options", "language.choose", { language: "he" });
  await expect.poll(() => world.told.map(({ name }) => name)).toContain("page.restart");
  await speakIn(null);
  restart();
  expect(await ask("page.start", { site: "x" })).toMatchObject({ value: { texts: { "state.staff": "אצל הצוות", "ui.direction": "rtl" } } });
  expect(await ask("language.texts", null)).toMatchObject({ value: { language: "he", texts: { ui_language: "he" } } });
  await from("options", "language.choose", { language: null });
  expect(await ask("page.start", { site: "x" })).toMatchObject({ value: { texts: { "ui.direction": "ltr" } } });
});

it("is the person's to choose, of those that are there, and no page's", async () => {
  const { from } = await runningBackground();
  expect(await from("options", "language.choose", { language: "xx" } as never)).toMatchObject({ ok: false, code: "malformed" });
  expect(await ask("language.choose", { language: "he" })).toMatchObject({ ok: false, code: "forbidden" });
});
