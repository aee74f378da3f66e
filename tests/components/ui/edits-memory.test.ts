import { expect, test } from "vitest";
import { editsMemory } from "../../../components/ui/edits-memory.ts";

test("changes survive a reload, each under its name; none leave nothing behind", () => {
  const memory = editsMemory(sessionStorage);
  expect(memory.load("rules")).toBeNull();
  expect(memory.save("rules", { patience: 60 })).toBe(true);
  expect(editsMemory(sessionStorage).load("rules")).toEqual({ patience: 60 });
  expect(memory.load("keywords:l")).toBeNull();
  memory.save("rules", null);
  expect(memory.load("rules")).toBeNull();
  expect(sessionStorage.length).toBe(0);
});

test("changes for which the browser has no room are not kept, and it says so", () => {
  const full = {
    getItem: () => null,
    removeItem: () => {},
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  expect(editsMemory(full).save("rules", { patience: 60 })).toBe(false);
});
