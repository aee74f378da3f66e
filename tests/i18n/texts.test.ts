import { globSync, readFileSync } from "node:fs";
import { generateChromeMessages, parseMessagesFile } from "@wxt-dev/i18n/build";
import { describe, expect, test } from "vitest";
import { i18n } from "#i18n";
import { keywordProblems } from "../../lib/detect/lists/keyword-problem.ts";
import { errorText } from "../../lib/i18n/error-text.ts";
import { languageText } from "../../lib/i18n/language-text.ts";
import { authorText, oneLine, reasonLine, reasonText } from "../../lib/i18n/mention-text.ts";
import { countdownText, durationText, leftText } from "../../lib/i18n/time-text.ts";
import { errorCodes } from "../../lib/schema/errors.ts";
import { reasonCodes } from "../../lib/schema/triage.ts";
import { mention } from "../components/samples.ts";

const minute = 60_000;

describe("no text is missing", () => {
  test.each(errorCodes)("for the error %s", (code) => {
    expect(errorText(code)).not.toBe("");
  });
  test.each(reasonCodes)("for the reason %s", (code) => {
    expect(reasonText({ code, words: [], value: null })).not.toBe("");
  });
  test.each(keywordProblems)("for the keyword problem %s", (code) => {
    expect(i18n.t(`keywords.problem.${code}`)).not.toBe("");
  });
});

test("advocates read no jargon", () => {
  const texts = readFileSync("assets/locales/en.yml", "utf8")
    .split("\n")
    .map((line) => line.replace(/^\s*[\w]+:/, ""));
  expect(texts.filter((text) => /\b(claims?|claimed|lease|escalat\w*)\b/i.test(text))).toEqual([]);
});

test("no words stand in components outside of the locale", () => {
  const jsxText = />\s*([A-Za-z][^<>{}=]*[a-z])\s*<\//g;
  const attribute = /\b(?:aria-label|title|placeholder|alt)="([^"]*[A-Za-z][^"]*)"/g;
  const found = globSync("components/**/*.tsx").flatMap((path) => {
    const source = readFileSync(path, "utf8");
    return [...source.matchAll(jsxText), ...source.matchAll(attribute)].map((match) => `${path}: ${match[1]}`);
  });
  expect(found).toEqual([]);
});

describe.each(globSync("assets/locales/*.yml"))("%s", async (path) => {
  const textsOf = async (file: string) => generateChromeMessages(await parseMessagesFile(file));
  const [english, texts] = [await textsOf("assets/locales/en.yml"), await textsOf(path)];
  const blanks = ({ message }: { message: string }) => [...new Set(message.match(/\$\d|\{\w+\}/g))].sort();
  test("says all that English says, in the same order, and leaves the same blanks", () => {
    expect(Object.keys(texts)).toEqual(Object.keys(english));
    expect(Object.values(texts).map(blanks)).toEqual(Object.values(english).map(blanks));
    expect(Object.entries(texts).filter(([, { message }]) => message.trim() === "")).toEqual([]);
  });
  test("does not shout", () => {
    expect(Object.values(texts).filter(({ message }) => /[!\uff01]/.test(message))).toEqual([]);
  });
  test("has an example that names the brand and the word it is found by", () => {
    const { welcome_exampleText: post, welcome_exampleWord: word } = texts;
    expect(post?.message).toContain("Acme");
    expect(post?.message).toContain(word?.message);
  });
  test("has as many forms for numbers as English", () => {
    const forms = ({ message }: { message: string }) => message.split(" | ").length;
    expect(Object.values(texts).map(forms)).toEqual(Object.values(english).map(forms));
  });
});

describe("times", () => {
  test.each([
    [0, "0 min"],
    [59 * minute, "59 min"],
    [72 * minute, "1 h 12"],
    [61 * minute, "1 h 01"],
    [-1, "0 min"],
  ])("%i ms is %s", (ms, text) => {
    expect(durationText(ms)).toBe(text);
  });
  test("a countdown shows full seconds only", () => {
    expect([521_000, 520_001, 59_999, 0, -5].map(countdownText)).toEqual(["8:41", "8:40", "0:59", "0:00", "0:00"]);
  });
  test("late is said as late", () => {
    expect([leftText(72 * minute), leftText(-20 * minute)]).toEqual(["1 h 12 left", "20 min late"]);
  });
});

describe("words about a post", () => {
  test("counts are coarse", () => {
    expect(reasonText({ code: "reach", words: [], value: 2134 })).toBe("seen by about 2,000");
    expect(reasonText({ code: "keyword", words: ["Delta", "flight", "gate"], value: null })).toBe("says “Delta” near “flight”, “gate”");
    expect(reasonText({ code: "waiting", words: [], value: 95 })).toBe("waiting for 1 h 35");
  });
  test("the line has the first reasons only, begun like a sentence", () => {
    expect(reasonLine(mention(), 2)).toBe("Asks for help: “pairing”; no answer yet");
  });
  test("a post without reasons has an empty line", () => {
    const one = mention();
    expect(reasonLine({ ...one, triage: { ...one.triage, reasons: [] } })).toBe("");
  });
  test("an author is the name, else the handle, else someone", () => {
    const author = (name: string | null, handle: string | null) => authorText({ name, handle, verified: null });
    expect([author("Dana", "d"), author("  ", "d"), author(null, null)]).toEqual(["Dana", "d", "Someone"]);
  });
  test("a stranger's words lose their direction marks and line breaks, and are cut by whole characters", () => {
    expect(oneLine("a\u202eb\u200bc\nd", 10)).toBe("a b c d");
    expect(oneLine("😀😀😀😀", 3)).toBe("😀😀…");
  });
  test("a language is named; an unknown one is not", () => {
    expect([languageText("nb"), languageText("unknown"), languageText(null), languageText("not a tag")]).toEqual([
      "Norwegian Bokmål",
      null,
      null,
      "not a tag",
    ]);
  });
});
