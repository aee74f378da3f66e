import { expect, test, vi } from "vitest";
import type { Answering } from "../../../components/composer/actions.ts";
import { Answer } from "../../../components/composer/answer.tsx";
import type { Flow } from "../../../components/composer/flow.ts";
import type { Draft } from "../../../lib/schema/mention.ts";
import type { Member } from "../../../lib/schema/workspace.ts";
import { control, has, pageText, press, show } from "../page.ts";
import { at, cardState, heldBy, linh, noonMs, noor, still } from "../samples.ts";

const nia: Member = { ...noor, id: "m-nia", level: 0 };
const text = "Hold the button for ten seconds.";
const asked = { since: at(-1), needs: 2, needsUnlike: false, forStaff: false, reason: null, verdicts: [] };

/** The card of a newcomer whose draft stands so. */
function newcomer(status: Draft["status"] | null, review: Partial<NonNullable<Draft["review"]>> = {}) {
  const draft = status && { text, status, author: { id: nia.id, name: nia.name }, updatedAt: at(-1), review: { ...asked, ...review } };
  return cardState({ me: nia, mention: { ...heldBy(nia), draft } });
}

async function answer(flow: Partial<Flow>, parts: Partial<Answering> = {}) {
  await show(<Answer answering={{ ...still({ step: "write", text, ...flow }), ...parts }} nowMs={noonMs} way="place" />);
}

const isOff = (name: string) => control(name).getAttribute("aria-disabled") === "true";

test("a newcomer sends for review where others place", async () => {
  const sendForReview = vi.fn(async () => {});
  await answer({ card: newcomer(null) }, { sendForReview });
  expect(has("Place reply")).toBe(false);
  await press("Send for review");
  expect(sendForReview).toHaveBeenCalledOnce();
  await answer({ card: cardState({ mention: heldBy(noor) }) });
  expect([has("Place reply"), has("Send for review")]).toEqual([true, false]);
});

test.each([
  [{}, "Needs 2 more"],
  [{ needs: 1 }, "Needs 1 more"],
  [{ needs: 1, needsUnlike: true }, "Needs 1 more, from somebody with another view"],
  [{ needs: 1, forStaff: true }, "Staff are asked to read it"],
])("while others read, the newcomer sees what is missing: %j", async (review, words) => {
  await answer({ card: newcomer("in_review", review) });
  expect(pageText()).toContain(words);
  expect(pageText()).toContain(text);
  expect([has("Place reply"), has("Send for review"), has("Your answer")]).toEqual([false, false, false]);
});

test("an approved answer can be placed as it is; once it is changed it goes to the reviewers again", async () => {
  const place = vi.fn(async () => {});
  await answer({ card: newcomer("approved", { needs: 0 }) }, { place });
  expect(pageText()).toContain("You can post it now, as it is.");
  await press("Place reply");
  expect(place).toHaveBeenCalledOnce();
  await answer({ card: newcomer("approved", { needs: 0 }), text: `${text} Then wait.` });
  expect([has("Place reply"), has("Send for review")]).toEqual([false, true]);
});

test("changing it leads back to the box", async () => {
  const mend = vi.fn();
  await answer({ card: newcomer("in_review") }, { mend });
  await press("Change it");
  expect(mend).toHaveBeenCalledOnce();
  await answer({ card: newcomer("in_review"), mending: true });
  expect([has("Your answer"), has("Send for review")]).toEqual([true, true]);
});

test("what was sent back says why, keeps its words, and is not sent again unchanged", async () => {
  await answer({ card: newcomer("rejected", { reason: "unclear" }) });
  expect(pageText()).toContain("It came back: it is hard to understand. Change it, then send it again.");
  expect(control<HTMLTextAreaElement>("Your answer").value).toBe(text);
  expect(isOff("Send for review")).toBe(true);
  await answer({ card: newcomer("writing", { reason: "unclear" }), text: `${text} The left one.` });
  expect(pageText()).toContain("It came back");
  expect(isOff("Send for review")).toBe(false);
});

test("a suggested edit is shown as a difference and taken with one click", async () => {
  const acceptEdit = vi.fn(async () => {});
  const edit = "Hold the left button for ten seconds.";
  const verdicts = [{ by: { id: linh.id, name: linh.name }, verdict: "suggested" as const, text: edit }];
  await answer({ card: newcomer("in_review", { verdicts }) }, { acceptEdit });
  expect(pageText()).toContain(`${linh.name} suggests`);
  expect([...document.querySelectorAll("ins")].map((each) => each.textContent)).toEqual(["left "]);
  await press("Take this text");
  expect(acceptEdit).toHaveBeenCalledWith(edit);
});

test("a draft of somebody else that is with the reviewers is no concern of a new holder", async () => {
  const { mention } = newcomer("in_review");
  await answer({ card: cardState({ mention: { ...heldBy(noor), draft: mention.draft } }) });
  expect([has("Your answer"), has("Place reply")]).toEqual([true, true]);
});
