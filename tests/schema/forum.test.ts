import { expect, it } from "vitest";
import { forumTrusts, isForumChange, levelOfTrust } from "../../lib/schema/forum.ts";

it("no forum account begins above level 1, and strangers of the forum at none", () => {
  expect(forumTrusts.map(levelOfTrust)).toEqual([0, 0, 1, 1, 1]);
});

const good = {
  address: "https://forum.example/community",
  name: "Forum",
  leastTrust: 1,
  secret: "0123456789",
  takesTopics: true,
  takesAccounts: true,
  key: null,
};

it.each([
  [{}, true],
  [{ secret: null }, true],
  [{ secret: "short" }, false],
  [{ address: "forum.example" }, false],
  [{ address: "ftp://forum.example" }, false],
  [{ address: "https://user:word@forum.example" }, false],
  [{ address: "https://forum.example/?a=b" }, false],
  [{ address: `https://forum.example/${"x".repeat(300)}` }, false],
  [{ name: " \u202e " }, false],
  [{ name: "x".repeat(61) }, false],
  [{ leastTrust: 5 }, false],
  [{ key: "short" }, false],
  [{ key: "a key of the API" }, true],
])("a forum with %j is one that can be saved: %s", (change, isOne) => {
  expect(isForumChange({ ...good, ...change })).toBe(isOne);
});
