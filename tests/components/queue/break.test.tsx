import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import { Popup } from "../../../components/queue/popup.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { Away } from "../../../lib/schema/profile.ts";
import { breakActions, popupActions } from "../actions.ts";
import { has, pageText, press, show } from "../page.ts";
import { at, heldBy, mention, noor, session, storeState } from "../samples.ts";

const popup = (state: ReturnType<typeof storeState>, parts: Parameters<typeof popupActions>[0] = {}) =>
  show(<Popup state={state} actions={popupActions(parts)} languages={["en"]} />);

function during(away: Away) {
  const state = storeState({ mentions: [mention({ excerpt: "Best one" })] });
  state.session.value = session({ ...noor, profile: { languages: null, topics: [], away } });
  return state;
}

test("a break begins at once where the member holds nothing", async () => {
  const begin = vi.fn(async () => {});
  await popup(storeState({ mentions: [mention()] }), { breaks: breakActions({ begin }) });
  await press("Menu");
  await press("Take a break until I say so");
  expect(begin).toHaveBeenCalledWith(null);
});

test("until tomorrow is until midnight of the device", async () => {
  const begin = vi.fn(async (_untilMs: number | null) => {});
  await popup(storeState({ mentions: [] }), { breaks: breakActions({ begin }) });
  await press("Menu");
  await press("Take a break until tomorrow");
  const until = new Date(begin.mock.calls[0]?.[0] ?? 0);
  expect([until.getHours(), until.getMinutes()]).toEqual([0, 0]);
  expect(until.getTime()).toBeGreaterThan(Date.now());
});

test("who holds posts is asked first, and may stay", async () => {
  const begin = vi.fn(async () => {});
  await popup(storeState({ mentions: [mention(heldBy(noor))] }), { breaks: breakActions({ begin }) });
  await press("Menu");
  await press("Take a break until I say so");
  expect(pageText()).toContain("The post that you are on waits for others again; what you wrote stays on it.");
  await press("Cancel");
  expect(begin).not.toHaveBeenCalled();
  await press("Menu");
  await press("Take a break until I say so");
  await press("Give back and take a break");
  expect(begin).toHaveBeenCalledOnce();
});

test("during it nothing is offered, and one press ends it", async () => {
  const end = vi.fn(async () => {});
  await popup(during({ until: null }), { breaks: breakActions({ end }) });
  expect(pageText()).toContain("You're on a break");
  expect(pageText()).not.toContain("Best one");
  await press("I'm back");
  expect(end).toHaveBeenCalledOnce();
  await popup(during({ until: at(60) }), { breaks: breakActions({ end: () => Promise.reject(new FanswerError("server_unreachable")) }) });
  await press("I'm back");
  expect(pageText()).toContain("This waits for a connection: nothing was sent.");
});

test("one that is over is none", async () => {
  await popup(during({ until: at(-1) }));
  expect(has("I'm back")).toBe(false);
  expect(pageText()).toContain("Best one");
});

test("on a site the menu switches its marks and its reading, which are two things", async () => {
  const use = vi.fn(async () => {});
  const list = async () => [{ site: "x", use: "on", isHere: true } as const];
  await popup(storeState(), { sites: { list, use } });
  await act(async () => {});
  await press("Menu");
  expect(has("Turn off on X")).toBe(true);
  await press("Hide marks on X");
  expect(use).toHaveBeenCalledWith("x", "unmarked");
});
