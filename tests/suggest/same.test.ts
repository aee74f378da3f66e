import { describe, expect, it } from "vitest";
import { saysTheSame } from "../../lib/suggest/same.ts";

const tie = "I'm an Acme customer";
const draft = "Hold the button for 10 seconds: https://acme.example/help/pairing 🎧";

describe("a reply says what its draft says", () => {
  it.each([
    ["as it was placed", `${draft}\n${tie}`],
    ["with the disclosure at the beginning", `${tie}. ${draft}`],
    ["with other spaces and quotes", "Hold the  button for 10 seconds:\n\nhttps://acme.example/help/pairing 🎧"],
    ["with a link that the site cut", `Hold the button for 10 seconds: https://acme.example/he… 🎧 ${tie}`],
    ["with a shortened link", `Hold the button for 10 seconds: https://t.co/x1 🎧 ${tie}`],
  ])("%s", (_, reply) => {
    expect(saysTheSame(reply, draft, tie)).toBe(true);
  });

  it.each([
    ["with a word more", `${draft} please`],
    ["with a link more", `${draft} https://elsewhere.example`],
    ["with a link more that has no scheme", `${draft} elsewhere.com/x`],
    ["with a link less", "Hold the button for 10 seconds 🎧"],
    ["with a word less", "Hold the button for 10 seconds"],
    ["with another number", draft.replace("10", "20")],
    ["with another emoji", draft.replace("🎧", "🎉")],
    ["in capitals", draft.toUpperCase()],
  ])("but not %s", (_, reply) => {
    expect(saysTheSame(reply, draft, tie)).toBe(false);
  });

  it("in every script", () => {
    expect(saysTheSame("請長按電源鍵十秒。", "請長按電源鍵十秒", "")).toBe(true);
    expect(saysTheSame("請長按電源鍵五秒。", "請長按電源鍵十秒", "")).toBe(false);
    expect(saysTheSame("กดปุ่มค้างไว้", "กดปุ่ม", "")).toBe(false);
  });
});
