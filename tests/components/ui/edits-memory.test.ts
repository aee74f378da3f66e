import { expect, test } from "vitest";
import { editsMemory } from "../../../components/ui/edits-memory.ts";

test("changes survive a reload, each under its name; none leave nothing behind", () => {
  const memory = editsMemory(sessionStorage, "fanswer");
  expect(memory.load("rules")).toBeNull();
  expect(memory.save("rules", { patience: 60 })).toBe(true);
  expect(editsMemory(sessionStorage, "fanswer").load("rules")).toEqual({ patience: 60 });
  expect(memory.load("keywords:l")).toBeNull();
  // What was begun for one community shows on the page of no other.
  expect(editsMemory(sessionStorage, "fanswer 2").load("rules")).toBeNull();
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
  expect(editsMemory(full, "fanswer").save("rules", { patience: 60 })).toBe(false);
});
