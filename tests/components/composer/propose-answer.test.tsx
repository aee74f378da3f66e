import { expect, test, vi } from "vitest";
import { Answer } from "../../../components/composer/answer.tsx";
import { ProposeAnswer } from "../../../components/composer/propose-answer.tsx";
import { control, has, pageText, press, show, type } from "../page.ts";
import { at, cardState, linh, noonMs, noor, still } from "../samples.ts";

const reply = { url: null, proof: "confirmed", author: { id: linh.id, name: linh.name }, at: at(-1) } as const;
const text = "Hi Dana, hold both buttons.\nI'm an Acme customer";
const answered = (level: number) => cardState({ mention: { status: "answered", reply: { ...reply, text } }, me: { ...noor, level } });
const begin = "Keep this as an answer";

async function proposing(propose: (item: object) => Promise<boolean | null>, level = 2) {
  await show(<ProposeAnswer answering={{ ...still({ card: answered(level), step: "read" }), propose }} />);
}

test("an answer is proposed without the name and the tie, with a title, and that is said", async () => {
  const propose = vi.fn(async () => false);
  await proposing(propose);
  await press(begin);
  const answer = control<HTMLTextAreaElement>("Answer").value;
  expect(answer).not.toContain("Dana");
  expect(answer).not.toContain("customer");
  await press("Propose it");
  expect(pageText()).toContain("Give it a title");
  await type("What it is about", "Pairing <b>");
  await press("Propose it");
  expect(propose).toHaveBeenCalledWith({ lang: "en", title: "Pairing <b>", answer });
  expect(pageText()).toContain("You will hear what becomes of it.");
});

test("what is known is said, what failed stays written, and one that is too long is not sent", async () => {
  await proposing(async () => true);
  await press(begin);
  await type("What it is about", "Pairing");
  await press("Propose it");
  expect(pageText()).toContain("This answer is there already");
  const failing = vi.fn(async () => null);
  await show(null);
  await proposing(failing);
  await press(begin);
  await type("What it is about", "Pairing");
  await type("Answer", "a".repeat(10_000));
  await press("Propose it");
  expect(failing).not.toHaveBeenCalled();
  await type("Answer", "Hold it.");
  await press("Propose it");
  expect(failing).toHaveBeenCalledOnce();
  expect(control<HTMLTextAreaElement>("Answer").value).toBe("Hold it.");
});

test("stands below an answer for who may, and for nobody else", async () => {
  const below = async (level: number) =>
    show(<Answer answering={still({ card: answered(level), step: "read" })} nowMs={noonMs} way="place" />);
  await below(2);
  expect(has(begin)).toBe(true);
  await below(1);
  expect(has(begin)).toBe(false);
});
