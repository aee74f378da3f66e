import { expect, it } from "vitest";
import { forumItem } from "../../../server/jobs/forum-item.ts";

const answeredAt = new Date("2024-03-02T09:00:00.000Z");
const answer = {
  title: "How do I pair it?",
  raw: "Hold the button for ten seconds.",
  link: "https://forum.example/t/7/2",
  locale: null,
  answeredAt,
};

it("is the topic with its answer, link and day", () => {
  expect(forumItem(7, answer, "nb")).toEqual({
    ...{ id: "forum-7", lang: "en", title: answer.title, answer: answer.raw, link: answer.link, answeredAt },
  });
});

it.each([
  ["Hold knappen inne i ti sekunder, så slå den av og på igjen.", null, "nb"],
  ["לחצו על הכפתור עשר שניות", null, "he"],
  ["12345", null, "vi"],
  ["12345", "id", "id"],
])("of %j, which the forum calls %j, is in %s", (raw, locale, lang) => {
  expect(forumItem(1, { ...answer, title: "1?", raw, locale }, "vi")?.lang).toBe(lang);
});

it("gives no link but one with https, and is nothing where nothing is left to read", () => {
  expect(forumItem(1, { ...answer, link: "http://forum.example/t/1/2" }, "en")?.link).toBeNull();
  expect(forumItem(1, { ...answer, link: `https://forum.example/${"x".repeat(2_000)}` }, "en")?.link).toBeNull();
  expect(forumItem(1, { ...answer, raw: "![](upload://a.png)" }, "en")).toBeNull();
  expect(forumItem(1, { ...answer, title: "<b></b>" }, "en")).toBeNull();
});
