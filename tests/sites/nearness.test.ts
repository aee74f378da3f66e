import { describe, expect, it } from "vitest";
import { holdsOnce, nearness } from "../../lib/sites/nearness.ts";

describe("how near two texts are", () => {
  it.each([
    ["the same words in another order", "pair it again then", "then pair it again"],
    ["case, width and marks", "Ｃａｆé Acme", "cafe ACME"],
    ["quotes of another kind", 'it\'s "fine"', "it’s “fine”"],
  ])("is all for %s", (_, one, other) => expect(nearness(one, other)).toBe(1));

  it.each([
    ["Chinese, a word changed in each clause", "請先關機，再長按電源鍵十秒鐘就會好了。", "請你先關機 再長按電源十秒鐘就會好喔！", 0.4],
    ["Japanese", "一度電源を切ってから、十秒ほど長押ししてください。", "一度電源を切って、十秒くらい長押ししてくださいね", 0.4],
    ["Thai", "กรุณากดปุ่มค้างไว้สิบวินาทีแล้วลองใหม่", "ลองกดปุ่มค้างไว้สิบวินาทีแล้วลองใหม่นะ", 0.4],
    ["Hebrew", "נסו ללחוץ על הכפתור עשר שניות ואז שוב", "תנסו ללחוץ על הכפתור עשר שניות שוב", 0.4],
  ])("counts letters side by side where no spaces are: %s", (_, one, other, least) =>
    expect(nearness(one, other)).toBeGreaterThanOrEqual(least),
  );

  it.each([
    ["other words", "Hold the button for ten seconds", "Good morning, lovely weather"],
    ["other Chinese words", "請先關機，再長按電源鍵十秒鐘就會好了。", "今天天氣真好，早安大家！"],
    ["no words", "", "Good morning"],
  ])("is small for %s", (_, one, other) => expect(nearness(one, other)).toBeLessThan(0.2));
});

describe("a text that stands in an editor once", () => {
  it.each([
    ["nothing else", "It's  here\nnow", "It's here now"],
    ["an emoticon that became a picture", "Great \u{1f600} see you soon", "Great :D see you soon"],
    ["emoji alone", "\u{1f642}", "\u{1f642}"],
  ])("is known: %s", (_, seen, wanted) => expect(holdsOnce(seen, wanted)).toBe(true));

  it.each([
    ["twice", "Hold it downHold it down", "Hold it down"],
    ["half of it", "Hold it", "Hold it down and then pair again"],
    ["nothing", "", "Hold it down"],
    ["something else", "Good morning", "Hold it down"],
    ["more than it", "Hold it down. Sent by somebody else's machine", "Hold it down."],
    ["emoji twice", "\u{1f642}\u{1f642}", "\u{1f642}"],
  ])("is not taken for another: %s", (_, seen, wanted) => expect(holdsOnce(seen, wanted)).toBe(false));
});
