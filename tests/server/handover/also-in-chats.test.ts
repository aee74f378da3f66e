import { expect, it } from "vitest";
import { isAlsoInChats } from "../../../server/handover/also-in-chats.ts";
import { mention, triaged } from "../../support/samples.ts";

const rules = (...chats: readonly string[]) => ({ off: [], chats: [...chats] });
const danger = mention("1", { triage: { ...triaged, hazard: "fraud" } });
const written = (mood: "thanks" | "negative") => mention("1", { followUp: { text: "x", url: null, mood, at: "2026-03-02T12:00:00.000Z" } });

it("goes by the event, the kind and what the mention is about", () => {
  expect(isAlsoInChats(rules("danger"), "escalated", danger)).toBe(true);
  expect(isAlsoInChats(rules("danger"), "escalated", mention("1"))).toBe(false);
  expect(isAlsoInChats(rules("danger"), "answered", danger)).toBe(false);
  expect(isAlsoInChats(rules("clock"), "clock_warning", mention("1"))).toBe(true);
  expect(isAlsoInChats(rules("thanks"), "follow_up", written("thanks"))).toBe(true);
  expect(isAlsoInChats(rules("thanks"), "follow_up", written("negative"))).toBe(false);
  expect(isAlsoInChats(rules("still_broken"), "follow_up", written("negative"))).toBe(true);
  expect(isAlsoInChats({ ...rules("danger"), off: ["danger"] }, "escalated", danger)).toBe(false);
  expect(isAlsoInChats(rules("post"), "escalated", danger)).toBe(false);
});
