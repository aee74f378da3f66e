import { expect, test } from "vitest";
import { withoutCall } from "../../lib/suggest/greeting.ts";
import { unfilledPlaceholders } from "../../lib/suggest/placeholders.ts";

test.each([
  ["Hi {author}, hold the button.", "Hi, hold the button."],
  ["Hi {firstName}! Hold it.", "Hi! Hold it."],
  ["Hi {author}\nHold it.", "Hi\nHold it."],
  ["Hi {author} 👋 hold it.", "Hi 👋 hold it."],
  ["Thanks {author} for asking.", "Thanks for asking."],
  ["{author}, hold the button.", "Hold the button."],
  ["That is good to hear, {author}.", "That is good to hear."],
  ["Hold it, {author}, then wait.", "Hold it, then wait."],
  ["שלום {author}, החזיקו את הכפתור", "שלום, החזיקו את הכפתור"],
  ["Hai {author}, tahan tombolnya", "Hai, tahan tombolnya"],
  ["Chào {firstName}, bạn thử nhé", "Chào, bạn thử nhé"],
  ["{author}您好，請長按按鈕", "您好，請長按按鈕"],
  ["您好{author}，請長按按鈕", "您好，請長按按鈕"],
  ["{author}，您好", "您好"],
  ["{author}さん、こんにちは", "こんにちは"],
  ["No call here: {link}", "No call here: {link}"],
])("%s -> %s", (text, wanted) => expect(withoutCall(text)).toBe(wanted));

test.each(["I saw {author}'s post", "As we told you yesterday in the thread {author} began, wait", "לקוחות כמו ל{author}, שאלו"])(
  "%s: more than a call, so it stays and is refused",
  (text) => {
    expect(withoutCall(text)).toContain("{author}");
    expect(unfilledPlaceholders(withoutCall(text))).toEqual(["{author}"]);
  },
);
