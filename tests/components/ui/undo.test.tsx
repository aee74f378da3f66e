import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Toast } from "../../../components/ui/toast.tsx";
import { undoMs, useUndoTime } from "../../../components/ui/undo.tsx";
import { has, pageText, press, show } from "../page.ts";

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

const later = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
const key = (init: KeyboardEventInit, target: EventTarget = document) =>
  act(() => void target.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, ...init })));

test("what was done can be taken back for fifteen seconds, each thing anew", async () => {
  const undo = vi.fn(async () => {});
  await show(<Toast toast={{ text: "Given back.", undo }} />);
  await later(undoMs - 2_000);
  await press("Undo");
  expect(undo).toHaveBeenCalledOnce();
  await show(<Toast toast={{ text: "Set aside.", undo }} />);
  await later(undoMs - 2_000);
  expect(pageText()).toContain("Set aside.");
  await later(2_000);
  expect(has("Undo")).toBe(false);
  await key({ key: "u" });
  expect(undo).toHaveBeenCalledOnce();
});

test("the same thing done again can be taken back again", async () => {
  function Said({ said }: { said: string | null }) {
    return useUndoTime(said) && said !== null ? <p>Undo</p> : null;
  }
  await show(<Said said="given" />);
  await later(undoMs + 1_000);
  expect(pageText()).toBe("");
  await show(<Said said={null} />);
  await show(<Said said="given" />);
  expect(pageText()).toBe("Undo");
});

test("the key undoes, but not while somebody types or the browser is meant", async () => {
  const undo = vi.fn(async () => {});
  await show(
    <>
      <input aria-label="Name" />
      <Toast toast={{ text: "Given back.", undo }} />
    </>,
  );
  await key({ key: "u", ctrlKey: true });
  await key({ key: "u" }, document.querySelector("input") ?? document);
  expect(undo).not.toHaveBeenCalled();
  await key({ key: "u" });
  expect(undo).toHaveBeenCalledOnce();
});
