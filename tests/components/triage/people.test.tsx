import { expect, test, vi } from "vitest";
import { Panel } from "../../../components/triage/panel.tsx";
import type { Doings } from "../../../lib/schema/doings.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { noMemory, panelActions } from "../actions.ts";
import { has, key, pageText, press, show } from "../page.ts";
import { at, noor, sam } from "../samples.ts";
import { state } from "./panel-state.ts";

const done = { dismissed: 50, handedOn: 0, broughtBack: 0, answered: 1, reported: 0, sentBack: 0 };
const busy: Doings = { member: noor, done, refused: 35, declined: 0, taken: 0, unusual: ["refused", "many"] };
const id = "7c2b0a8e-53f1-4c1d-9a51-0f4d2d6c8a77";
const takeBack = { id, member: { id: noor.id, name: noor.name }, by: { id: sam.id, name: sam.name }, at: at(-5) };

async function open(parts: Parameters<typeof panelActions>[0]) {
  await show(<Panel state={state()} actions={panelActions(parts)} memory={noMemory()} />);
}

test("says on top that somebody does something unusual, and shows what", async () => {
  await open({ doings: async () => ({ people: [busy], takeBacks: [] }) });
  expect(pageText()).toContain("Something unusual: Noor Vale.");
  await press("Look at it");
  expect(pageText()).toContain("often refused for going too fast, far more than others do");
  expect(pageText()).toContain("50 set aside, 1 answered, 35 refused");
});

test("takes back what one did in the hours that are picked, says how much, and undoes it", async () => {
  const taking = vi.fn(async () => ({ posts: 51, ids: [id] }));
  const undoTakeBack = vi.fn(async () => {});
  await open({ doings: async () => ({ people: [busy], takeBacks: [] }), takeBack: taking, undoTakeBack });
  await press("Look at it");
  await press("Take back");
  await press("Of the last 4 hours");
  expect(taking).toHaveBeenCalledWith(noor.id, 4);
  expect(pageText()).toContain("Taken back: 51 posts are as they were.");
  await key("u");
  expect(undoTakeBack).toHaveBeenCalledWith(id);
});

test("shows what stands taken back, which can be undone later too", async () => {
  const undoTakeBack = vi.fn(async () => {});
  await open({ doings: async () => ({ people: [], takeBacks: [takeBack] }), undoTakeBack });
  expect(has("Something unusual")).toBe(false);
  await press("What members did in the last day");
  expect(pageText()).toContain("Sam Brook took back what Noor Vale did");
  await press("Undo");
  expect(undoTakeBack).toHaveBeenCalledWith(id);
});

test("says why when it does not work", async () => {
  const taking = () => Promise.reject(new FanswerError("server_unreachable"));
  await open({ doings: async () => ({ people: [busy], takeBacks: [] }), takeBack: taking });
  await press("Look at it");
  await press("Take back");
  await press("Of the last hour");
  expect(pageText()).toContain("cannot be reached");
});
