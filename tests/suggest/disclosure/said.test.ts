import { describe, expect, test } from "vitest";
import { saysLine, sentenceTelling } from "../../../lib/suggest/disclosure/said.ts";

describe("a line, with small differences", () => {
  const line = "I'm an Acme customer";
  test.each([
    "Hold the button.\nI'm an Acme customer",
    "i’m an acme customer!",
    "I am an Acme customer. Hold the button.",
    "I'm also an Acme customer, so I know the feeling.",
    "I\u00a0am an **Acme** customer",
    "Full disclosure: I'm an Acme customer",
  ])("is said in %s", (text) => expect(saysLine(text, line)).toBe(true));
  test.each([
    "I'm not an Acme customer",
    "I'm an Acme fan",
    "Did you know I'm an Acme customer?",
    "I'm sure any of our dear old Acme customer friends will help",
    "An Acme customer told me that I'm wrong",
    "Hold the button.",
    "",
  ])("is not said in %s", (text) => expect(saysLine(text, line)).toBe(false));
  test("whatever it is made of", () => {
    expect(saysLine("Hi\n✔", "✔")).toBe(true);
    expect(saysLine("Hi", "✔")).toBe(false);
    expect(saysLine("Hi. Customer? Yes, of Acme.", "Customer? Yes, of Acme.")).toBe(true);
    expect(saysLine("我是Acme的顧客，請長按。", "我是 Acme 的顧客")).toBe(true);
  });
});

const tells = (text: string, side: "customer" | "brand", brand = "Acme") => sentenceTelling(text, side, brand, []) !== null;

describe("a customer, in any wording", () => {
  test.each([
    "As an Acme customer, I had the same. Hold the button.",
    "I've been an Acme user for years",
    "I'm just a happy customer of Acme.",
    "Speaking as a long-time Acme customer: hold it",
    "I am one of the customers of Acme",
    "Saya juga pelanggan Acme, coba tahan tombolnya",
    "Sebagai pelanggan lama Acme: tahan tombolnya",
    "Jeg er også Acme-kunde",
    "Som kunde hos Acme vet jeg at det hjelper",
    "גם אני לקוחה של Acme, כדאי להחזיק את הכפתור",
    "אני מהלקוחות של Acme",
    "Mình cũng là khách hàng của Acme",
    "我也是 Acme 的顧客，請長按",
    "身為Acme用戶，我也遇過",
  ])("%s", (text) => {
    expect(tells(text, "customer")).toBe(true);
    expect(tells(text, "brand")).toBe(false);
  });
  test.each([
    "I'm not an Acme customer",
    "I used to be an Acme customer",
    "Are you an Acme customer?",
    "Acme customers get two years",
    "As an Acme customer you get two years",
    "Ask Acme customer service, I am sure they help",
    "I'm an Acmeville customer",
    "I'm a customer of Nordlys",
    "Apakah Anda pelanggan Acme?",
    "Saya bukan pelanggan Acme",
    "Jeg er ikke kunde hos Acme",
    "אני לא לקוח של Acme",
    "Mình không phải là khách hàng của Acme",
    "我不是 Acme 的顧客",
    "I bought Acme earbuds",
  ])("not: %s", (text) => expect(tells(text, "customer")).toBe(false));
});

describe("somebody of the brand, in any wording", () => {
  test.each([
    "I work for Acme. Hold the button.",
    "I'm working at Acme",
    "Sam from Acme? I'm Sam from Acme.",
    "This is Sam with Acme.",
    "We are part of the Acme team",
    "I'm an Acme employee",
    "Saya bekerja di Acme",
    "Kami dari tim Acme",
    "Jeg jobber i Acme",
    "Hilsen Sam fra Acme",
    "אני עובדת של Acme",
    "אני מצוות Acme",
    "Mình là nhân viên của Acme",
    "Mình đang làm việc tại Acme",
    "我在 Acme 工作",
    "我們是Acme客服",
  ])("%s", (text) => {
    expect(tells(text, "brand")).toBe(true);
    expect(tells(text, "customer")).toBe(false);
  });
  test.each([
    "I'm happy with Acme",
    "I am in contact with the Acme support team",
    "I'm a fan from the Acme forum",
    "I asked somebody who works for Acme",
    "I don't work for Acme",
    "Do you work for Acme?",
    "Saya beli dari Acme",
    "Saya tidak bekerja di Acme",
    "Jeg kjøpte dem fra Acme",
    "אני מתכתבת עם צוות Acme",
    "Mình mua từ Acme",
    "Mình làm hỏng tai nghe Acme",
    "我問了 Acme 客服",
  ])("not: %s", (text) => expect(tells(text, "brand")).toBe(false));
});

test("the words are given as the text writes them, with a brand's own full stop and whatever signs stand in it", () => {
  expect(sentenceTelling("Hold it. As an Acme customer I know. Bye.", "customer", "Acme", [])).toBe("As an Acme customer I know");
  expect(tells("I'm an Acme.io customer", "customer", "Acme.io")).toBe(true);
  expect(tells("I'm an A+ (b) customer", "customer", "A+ (b)")).toBe(true);
  expect(tells("I'm a \ue000 customer", "customer", "Acme")).toBe(false);
});

test("a text made to be slow is not", () => {
  const startMs = performance.now();
  tells(`${"i am a the an ".repeat(700)}Acme`, "customer");
  tells(`${"Acme ".repeat(2000)}`, "brand");
  expect(performance.now() - startMs).toBeLessThan(1000);
});
