import { describe, expect, test } from "vitest";
import { compileMatcher } from "../../../lib/detect/exact/compile.ts";
import { packMatcher } from "../../../lib/detect/pack/pack.ts";
import { openScreen } from "../../../lib/detect/screen/screen.ts";
import type { KeywordList } from "../../../lib/schema/keywords.ts";
import { draw } from "../draw.ts";
import { listOf } from "../lists.ts";

const look = (text: string, ...lists: KeywordList[]) => openScreen(packMatcher(lists)).look(text);

describe("a tab is sure", () => {
  test.each([
    ["acme", "my Acme, again"],
    ["acme", "ACME's"],
    ["acme earbuds", "the Acme earbuds."],
    ["@acme", "thanks @acme!"],
    ["#acme", "#acme"],
    ["acme.com", "see acme.com."],
    ["acm*", "acmes"],
    ["yahoo!", "yahoo! it works"],
    ["蘋果", "買蘋果手機"],
    ["אקמה", "אקמה שלי"],
    ["bánh", "Bánh mì"],
    ["blåbær", "BLÅBÆR"],
  ])("of %s in %s", (keyword, text) => {
    expect(look(text, listOf(keyword))).toBe("sure");
  });
});

describe("a tab asks", () => {
  test.each([
    ["bánh", "banh mi"],
    ["acme", "аcme"],
    ["acme", "𝗔𝗖𝗠𝗘"],
    ["acme", "ac\u200bme"],
    ["acme", "ａｃｍｅ"],
    ["אקמה", "והאקמה"],
    ["@acme", "x.@acme"],
    ["acme.com", "acme.com-shop"],
  ])("about %s in %s", (keyword, text) => {
    expect(look(text, listOf(keyword))).toBe("perhaps");
  });

  test.each([
    { mustNear: ["earbuds"] },
    { mustNotNear: ["anvil"] },
    { languages: ["nb"] },
    { ignoreAuthors: ["acme"] },
    { ignoreDomains: ["acme.com"] },
    { leet: true },
    { ambiguous: true },
  ])("where an entry asks for more: %j", (more) => {
    expect(look("acme", listOf({ text: "acme", ...more }))).toBe("perhaps");
    expect(look("acme corp", listOf({ text: "acme", ...more }, "corp"))).toBe("sure");
  });

  test("where a negative list may speak against it, and not where it alone speaks", () => {
    const lists = [listOf("acme"), { ...listOf("giveaway"), negative: true }];
    expect(look("acme giveaway", ...lists)).toBe("perhaps");
    expect(look("giveaway", ...lists)).toBe("none");
    expect(look("acme", ...lists)).toBe("sure");
  });
});

test.each([
  ["acme", "acmes, pacme and ac me"],
  ["@acme", "acme"],
  ["acme earbuds", "acme and earbuds"],
  ["蘋果", "蘋的果"],
])("a post without the keyword %s is nobody else's matter: %s", (keyword, text) => {
  expect(look(text, listOf(keyword))).toBe("none");
});

test("of thousands of random texts: what hits is never passed over, and what is sure hits", { timeout: 60_000 }, () => {
  const seen = { sure: 0, perhaps: 0, none: 0 };
  for (let seed = 1; seed <= 3000; seed++) {
    const { keyword, text } = draw(seed);
    const list = listOf(keyword, `${draw(seed + 1).keyword}*`, `@${draw(seed + 2).keyword}`);
    const found = look(text, list);
    const hits = compileMatcher([list]).match(text, null).length;
    const said = JSON.stringify({ seed, keyword, text, hits });
    if (found === "none") expect(hits, said).toBe(0);
    if (found === "sure") expect(hits, said).toBeGreaterThan(0);
    seen[found]++;
  }
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(200);
});
