import { expect, test } from "vitest";
import { anything, choicesAmong, narrow } from "../../../components/queue/narrow.ts";
import { at, mention } from "../samples.ts";

const triage = (lang: string) => ({ ...mention().triage, lang });
const posts = [
  mention({ id: "x:1", site: "x", labels: ["Cases"], firstSeenAt: at(-5), triage: triage("en") }),
  mention({ id: "facebook:2", site: "facebook", labels: [], firstSeenAt: at(-60), triage: triage("nb") }),
  mention({ id: "x:3", site: "x", labels: ["Cases", "Earbuds"], firstSeenAt: at(-30), triage: triage("nb") }),
];
const ids = (parts: Partial<typeof anything>) => narrow(posts, { ...anything, ...parts }).map(({ id }) => id);

test("posts keep the order of their turns, or stand by how long they wait", () => {
  expect(ids({})).toEqual(["x:1", "facebook:2", "x:3"]);
  expect(ids({ order: "longest" })).toEqual(["facebook:2", "x:3", "x:1"]);
});

test("a list is kept to a site, a language, a topic, and all of them together", () => {
  expect(ids({ site: "x" })).toEqual(["x:1", "x:3"]);
  expect(ids({ language: "nb" })).toEqual(["facebook:2", "x:3"]);
  expect(ids({ topic: "Cases", language: "nb", site: "x" })).toEqual(["x:3"]);
  expect(ids({ topic: "Earbuds", site: "facebook" })).toEqual([]);
});

test("only what stands among the posts can be chosen", () => {
  expect(choicesAmong(posts)).toEqual({ sites: ["facebook", "x"], languages: ["en", "nb"], topics: ["Cases", "Earbuds"] });
  expect(choicesAmong([])).toEqual({ sites: [], languages: [], topics: [] });
});
