import { describe, expect, test } from "vitest";
import { noReplyPolicy, type ReplyPolicy } from "../../../lib/schema/workspace.ts";
import { checkReply } from "../../../lib/suggest/checks.ts";
import { replyLanguage } from "../../../lib/suggest/disclosure/language.ts";
import { disclosureIn, disclosureOf, lineFor, lineIn, sideOf, withoutDisclosure } from "../../../lib/suggest/disclosure.ts";
import { replyLength, withDisclosure } from "../../../lib/suggest/length.ts";
import { mention, noor, sam, acme as sample } from "../../components/samples.ts";

const acme = { ...sample, name: "Acme" };
const ruled = (answering: Partial<ReplyPolicy>) => ({ ...acme, answering: { ...noReplyPolicy, ...answering } });
const post = (lang: string, declared: string | null = null) => {
  const { triage } = mention();
  return mention({ lang: declared, triage: { ...triage, lang } });
};
const line = (me: typeof noor, lang: string, text = "", workspace = acme) =>
  disclosureOf({ workspace, mention: post(lang), me }, text).line;

test("advocates are customers; staff and admins are the brand's", () => {
  expect(sideOf({ role: "advocate" })).toBe("customer");
  expect(sideOf({ role: "staff" })).toBe("brand");
  expect(sideOf({ role: "admin" })).toBe("brand");
});

describe("the line by role and language", () => {
  test.each([
    ["en", "I'm an Acme customer", "I work for Acme"],
    ["he", "גילוי נאות: אני מהלקוחות של Acme", "גילוי נאות: אני מצוות Acme"],
    ["id", "Saya pelanggan Acme", "Saya bekerja di Acme"],
    ["nb", "Jeg er kunde hos Acme", "Jeg jobber i Acme"],
    ["vi", "Mình là khách hàng của Acme", "Mình là nhân viên của Acme"],
    ["zh", "我是 Acme 的顧客", "我在 Acme 工作"],
    ["th", null, null],
    ["fr", null, null],
  ])("%s", (lang, customer, brand) => {
    expect(line(noor, lang)).toBe(customer);
    expect(line(sam, lang)).toBe(brand);
  });

  test("the admin's words come first, each for its own side", () => {
    const workspace = ruled({ disclosures: { en: "Acme fan here", th: "ลูกค้า Acme" }, staffDisclosures: { en: "Acme care team" } });
    expect([line(noor, "en", "", workspace), line(noor, "th", "", workspace)]).toEqual(["Acme fan here", "ลูกค้า Acme"]);
    expect([line(sam, "en", "", workspace), line(sam, "th", "", workspace)]).toEqual(["Acme care team", null]);
  });

  test.each([
    ["Jeg er Acme-kunde", "nb"],
    ["אני לקוח של Acme", "he"],
    ["Saya pelanggan setia Acme", "id"],
    ["我愛用 Acme", "zh"],
    ["Happy with Acme since 2019", "en"],
  ])("a workspace that had set “%s” keeps it in its language (%s) and no other, and not for staff", (disclosure, lang) => {
    const workspace = { ...acme, disclosure };
    expect(line(noor, lang, "", workspace)).toBe(disclosure);
    expect(line(sam, lang, "", workspace)).not.toBe(disclosure);
    for (const other of ["en", "he", "id", "nb", "zh"]) if (other !== lang) expect(line(noor, other, "", workspace)).not.toBe(disclosure);
  });

  test("a workspace that nobody named says it without a name", () => {
    const workspace = { ...acme, name: "My community", disclosure: "I'm a customer" };
    expect([line(noor, "en", "", workspace), line(sam, "en", "", workspace), line(noor, "nb", "", workspace)]).toEqual([
      "I'm a customer",
      "I work for the company",
      "Jeg er selv kunde",
    ]);
  });

  test.each(["constructor", "__proto__", "toString"])("the language %s is none", (lang) =>
    expect(lineFor(acme, "customer", lang)).toBeNull(),
  );
});

describe("the language of a reply", () => {
  test.each([
    ["he", "החזיקו את הכפתור עשר שניות", "he"],
    ["he", "Hold the button for ten seconds, then wait", "en"],
    ["he", "Hold החזיקו את הכפתור עשר שניות", "he"],
    ["zh", "Tahan tombolnya, dan tunggu sampai saya balas", "id"],
    ["en", "החזיקו את הכפתור עשר שניות ואז חכו", "he"],
    ["en", "Hold it", "en"],
    ["nb", "Hold the button for ten seconds", "nb"],
    ["ja", "電源長押十秒 再接続設定完了待機中", "ja"],
    ["uk", "Тримайте кнопку десять секунд", "uk"],
    [null, "Hold the button for ten seconds", "en"],
    [null, "Hold inne knappen, og vent til det blinker", "nb"],
    [null, "👍", null],
  ])("to a post in %s with %s: %s", (lang, text, wanted) => expect(replyLanguage(lang, text)).toBe(wanted));
  test("to a post that nobody can place it is that of the words the workspace began with", () => {
    expect(line(noor, "unknown")).toBe("I'm an Acme customer");
    expect(line(noor, "unknown", "", { ...acme, disclosure: "Jeg er Acme-kunde" })).toBe("Jeg er Acme-kunde");
    expect(disclosureOf({ workspace: acme, mention: post("unknown", "id"), me: noor }).line).toBe("Saya pelanggan Acme");
  });
});

describe("not twice, and counted", () => {
  test("what the text says is not added, in its language or another", () => {
    expect(line(noor, "en", "As an Acme customer, I hold the button.")).toBe("");
    expect(line(noor, "he", "I'm an Acme customer")).toBe("");
    expect(line(sam, "en", "I work for Acme, and this is a known fault.")).toBe("");
    expect(withDisclosure("Hold it. i’m an acme customer!", "I'm an Acme customer")).toBe("Hold it. i’m an acme customer!");
  });
  test("what the other side would say is no disclosure, and is refused", () => {
    expect(line(sam, "en", "I'm an Acme customer")).toBe("I work for Acme");
    const problems = (me: typeof noor, text: string) => checkReply({ workspace: acme, mention: post("en"), me }, text);
    expect(problems(sam, "I'm an Acme customer, hold it")).toEqual([{ code: "not_customer", words: ["I'm an Acme customer"] }]);
    expect(problems(noor, "I work for Acme. Hold it")).toEqual([{ code: "not_staff", words: ["I work for Acme"] }]);
    expect(problems(noor, "I'm an Acme customer, hold it")).toEqual([]);
  });
  test("room is kept for it in each language", () => {
    for (const lang of ["en", "he", "zh", "vi"]) {
      const tie = line(noor, lang) ?? "";
      expect(replyLength("x", "字", tie).used).toBe(replyLength("x", `字\n${tie}`, "").used);
    }
  });
});

describe("where there are no words", () => {
  const speaking = { workspace: acme, mention: post("th"), me: noor };
  test("nothing goes out without the member's own", () => {
    expect(checkReply(speaking, "ลองกดปุ่มค้างไว้")).toEqual([{ code: "no_disclosure", words: [] }]);
    expect(checkReply(speaking, "I'm an Acme customer. Hold it")).toEqual([]);
  });
  test("theirs is used, counted and looked at like the rest of the reply", () => {
    const own = { ...speaking, ownDisclosures: { th: "ลูกค้า Acme" } };
    expect(disclosureOf(own, "ลองกดปุ่มค้างไว้")).toMatchObject({ line: "ลูกค้า Acme", isOwn: true, lang: "th" });
    expect(checkReply(own, "ลองกดปุ่มค้างไว้")).toEqual([]);
    const bad = { ...own, workspace: { ...ruled({ bannedWords: ["cheap"] }) }, ownDisclosures: { th: "cheap Acme" } };
    expect(checkReply(bad, "ลองกดปุ่มค้างไว้")).toEqual([{ code: "banned_word", words: ["cheap"] }]);
  });
  test("the workspace's come before theirs as soon as there are some", () => {
    const workspace = ruled({ disclosures: { th: "ลูกค้าของ Acme" } });
    expect(disclosureOf({ ...speaking, workspace, ownDisclosures: { th: "ลูกค้า Acme" } }).line).toBe("ลูกค้าของ Acme");
  });
});

test("what a published reply held", () => {
  expect(disclosureIn("Hold it.\nI'm an Acme customer", acme)).toBe("I'm an Acme customer");
  expect(disclosureIn("Hold it.\nSaya pelanggan Acme", acme)).toBe("Saya pelanggan Acme");
  expect(disclosureIn("As an Acme customer I hold it.", acme)).toBe("As an Acme customer I hold it");
  expect(disclosureIn("Hold it.\nI'm an Acme customer", acme, "brand")).toBeNull();
  expect(disclosureIn("ลอง\nลูกค้า Acme", acme, "customer", "ลูกค้า Acme")).toBe("ลูกค้า Acme");
  expect(disclosureIn("ลอง", acme, "customer", "ลูกค้า Acme")).toBeNull();
  expect(lineIn("Hold it.\nSaya pelanggan Acme", acme)).toBe("Saya pelanggan Acme");
  expect(lineIn("As an Acme customer I hold it.", acme)).toBeNull();
});

test("a machine's own tie is taken out, its advice stays", () => {
  expect(withoutDisclosure("Hold it.\nI'm an Acme customer", acme)).toBe("Hold it.");
  expect(withoutDisclosure("I work for Acme!\nHold it.", acme)).toBe("Hold it.");
  expect(withoutDisclosure("Hold it.", acme)).toBe("Hold it.");
  expect(withoutDisclosure("I'm an Acme customer", acme)).toBe("I'm an Acme customer");
});
