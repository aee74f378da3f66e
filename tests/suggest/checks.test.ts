import { describe, expect, test } from "vitest";
import { noReplyPolicy, type ReplyPolicy } from "../../lib/schema/workspace.ts";
import { checkWords, isRefusal } from "../../lib/suggest/checks.ts";
import { nearCopy, printOf } from "../../lib/suggest/near.ts";
import { phoneNumbers } from "../../lib/suggest/phones.ts";

test("a draft that can go", () => {
  expect(checkWords("x", "Hold both buttons for five seconds.", "I help at Acme")).toEqual([]);
});

test("empty, too long with its disclosure, placeholders left", () => {
  expect(checkWords("x", " \n", "I help at Acme").map(({ code }) => code)).toEqual(["empty"]);
  expect(checkWords("x", "a".repeat(270), "")).toEqual([]);
  expect(checkWords("x", "a".repeat(270), "I help at Acme")).toEqual([{ code: "too_long", words: [], count: 5 }]);
  expect(checkWords("x", "Hi {author}", "")).toEqual([{ code: "placeholder", words: ["{author}"] }]);
});

test("card numbers by their check sum, in groups too", () => {
  expect(checkWords("x", "paid with 4111 1111 1111 1111 and 4111-1111-1111-1112", "")).toEqual([
    { code: "card_number", words: ["4111 1111 1111 1111"] },
  ]);
  expect(checkWords("x", "5555555555554444", "")).toHaveLength(1);
  expect(checkWords("x", "order 1234567890123 and 411111111111111111111111", "")).toEqual([]);
});

const found = (text: string, rules: Partial<ReplyPolicy>) =>
  checkWords("facebook", text, "", { ...noReplyPolicy, ...rules }).map(({ code, words }) => [code, ...words]);

describe("what the workspace asks of replies", () => {
  test.each([
    ["write to kim.b+x@mail.example, or call", {}, [["mail_address", "kim.b+x@mail.example"]]],
    ["ask @acmesupport about 3.5 GB", {}, []],
    ["your order AC-123456 is on its way", { orderNumber: "@@-######" }, [["order_number", "AC-123456"]]],
    ["order XAC-123456 or AC-1234567", { orderNumber: "AC-######" }, []],
    ["CHEAP is not what we say, cheaper is", { bannedWords: ["cheap"] }, [["banned_word", "CHEAP"]]],
    ["no refund  here; no Refund", { bannedWords: ["no refund"] }, [["banned_word", "no refund"]]],
    ["這個很便宜喔", { bannedWords: ["便宜"] }, [["banned_word", "便宜"]]],
    ["המטען הזול", { bannedWords: ["זול"] }, []],
    ["see https://help.acme.example/a and evil.com/x", { allowedDomains: ["acme.example"] }, [["foreign_link", "evil.com/x"]]],
    ["see https://notacme.example", { allowedDomains: ["acme.example"] }, [["foreign_link", "https://notacme.example"]]],
    ["e.g. 3.5 hours. Then again...", { allowedDomains: ["acme.example"] }, []],
    ["https://anything.example", {}, []],
  ] as const)("%s", (text, rules, problems) => {
    expect(found(text, rules as Partial<ReplyPolicy>)).toEqual(problems);
  });

  test("a template of an order number is no expression", () => {
    expect(found("A.B 12 and A+B 12", { orderNumber: "A B ##" })).toEqual([]);
  });
});

test("telephone numbers of the post's country and with a country code", () => {
  expect(phoneNumbers("call 22 86 44 00 or +1 213 373 4253, it has 12 hours", "nb")).toEqual(["22 86 44 00", "+1 213 373 4253"]);
  expect(phoneNumbers("10 seconds, 2024, 30 %, firmware 3.14.159", "en")).toEqual([]);
});

describe("near-copies", () => {
  const before =
    "Hi Dana, put both buds in the case and hold its button for ten seconds. Then choose them again in the Bluetooth list. It worked for me.";
  const copied = (draft: string) => nearCopy(draft, [printOf("Something else was said here, about chargers."), printOf(before)]).length;

  test.each([
    ["Hi Robin, put both buds in the case and hold its button for ten seconds. Then choose them again in the Bluetooth list.", 2],
    ["Hi Robin, put both buds in the case and hold its button for ten seconds.", 1],
    [
      "Sorry to hear that! Put both buds in the case and hold its button for ten seconds. After that my own pair found the phone at once.",
      0,
    ],
    ["It worked for me.", 0],
    ["Thanks", 0],
  ])("%s", (draft, shared) => {
    expect(copied(draft)).toBe(shared);
  });

  test("in a script without spaces", () => {
    const chinese = "請把兩個耳機放回盒子裡，按住按鈕十秒。然後在藍牙列表裡重新選擇它們。";
    expect(nearCopy(`您好！${chinese}`, [printOf(chinese)])).toHaveLength(2);
    expect(nearCopy("請問您用的是哪一款手機？我這邊更新之後就好了。", [printOf(chinese)])).toEqual([]);
  });
});

test("a tone is pointed out and does not stand in the way", () => {
  expect(isRefusal({ code: "tone", words: [] })).toBe(false);
  expect(isRefusal({ code: "near_copy", words: [] })).toBe(true);
});
