import { describe, expect, test, vi } from "vitest";
import type { ReviewStep } from "../../../components/review/actions.ts";
import { DifferenceText } from "../../../components/review/difference-text.tsx";
import { reviewText } from "../../../components/review/review-text.ts";
import { ReviewWork } from "../../../components/review/review-work.tsx";
import { Written } from "../../../components/review/written.tsx";
import type { Draft } from "../../../lib/schema/mention.ts";
import { control, has, pageText, press, show, type } from "../page.ts";
import { at, cardState, heldBy, linh, mention, noonMs, noor, still } from "../samples.ts";

const asked = { since: at(-3), needs: 2, needsUnlike: false, forStaff: false, reason: null, verdicts: [] };
const draft = (parts: Partial<Draft> = {}): Draft => ({
  text: "Hold the button",
  status: "in_review",
  author: { id: noor.id, name: noor.name },
  updatedAt: at(-3),
  review: asked,
  ...parts,
});

describe("how a draft stands", () => {
  test.each<[Partial<Draft>, string | null]>([
    [{ status: "writing" }, null],
    [{ review: null }, null],
    [{}, "Needs 2 more"],
    [{ review: { ...asked, needs: 1, needsUnlike: true } }, "Needs 1 more, from somebody with another view"],
    [{ review: { ...asked, forStaff: true } }, "Staff are asked to read it"],
    [{ status: "approved" }, "Approved"],
    [{ status: "rejected" }, "Sent back"],
  ])("%o: %s", (parts, text) => {
    expect(reviewText(draft(parts))).toBe(text);
  });
});

test("what was taken out and put in is marked as such", async () => {
  await show(<DifferenceText before="Hold the red button" after="Hold the blue button" />);
  expect(document.querySelector("del")?.textContent?.trim()).toBe("red");
  expect(document.querySelector("ins")?.textContent?.trim()).toBe("blue");
});

describe("a reviewer's word", () => {
  const post = mention({ ...heldBy(noor), draft: draft() });
  const work = (step: ReviewStep, parts = {}) => {
    const actions = { approve: vi.fn(async () => {}), sendBack: vi.fn(async () => {}), suggest: vi.fn(async () => {}), ...parts };
    const onStep = vi.fn();
    return show(<ReviewWork mention={post} actions={actions} step={step} onStep={onStep} />).then(() => ({ actions, onStep }));
  };

  test("yes by its key", async () => {
    const { actions } = await work(null);
    expect(control("Good to post").getAttribute("aria-keyshortcuts")).toBe("y");
    await press("Good to post");
    expect(actions.approve).toHaveBeenCalledWith(post);
  });

  test("back for a reason", async () => {
    const { actions } = await work("sendBack");
    await press("the tone does not fit");
    expect(actions.sendBack).toHaveBeenCalledWith(post, "tone");
  });

  test("other words, unless they are the same", async () => {
    const { actions, onStep } = await work("edit");
    await press("Suggest this");
    expect(actions.suggest).not.toHaveBeenCalled();
    await type("What you would post instead", "Hold the blue button");
    await press("Suggest this");
    expect(actions.suggest).toHaveBeenCalledWith(post, "Hold the blue button");
    expect(onStep).toHaveBeenCalledWith(null);
  });
});

describe("the author's side", () => {
  const written = (parts: Partial<Draft>, does = {}) => {
    const card = cardState({ mention: { ...heldBy(noor), draft: draft(parts) }, me: { ...noor, level: 0 } });
    return show(<Written answering={{ ...still({ card, step: "write", text: "Hold the button" }), ...does }} nowMs={noonMs} way="copy" />);
  };

  test("is not a box while others read it, and has the focus that the button had", async () => {
    const mend = vi.fn();
    await written({}, { mend });
    expect(has("Your answer")).toBe(false);
    expect(document.activeElement?.getAttribute("role")).toBe("status");
    expect(has("Copy reply")).toBe(false);
    await press("Change it");
    expect(mend).toHaveBeenCalledOnce();
  });

  test("takes a reviewer's words with one press", async () => {
    const acceptEdit = vi.fn(async () => {});
    const verdicts = [{ by: { id: linh.id, name: linh.name }, verdict: "suggested" as const, text: "Hold the blue button" }];
    await written({ review: { ...asked, verdicts } }, { acceptEdit });
    expect(pageText()).toContain("Linh Aster suggests");
    await press("Take this text");
    expect(acceptEdit).toHaveBeenCalledWith("Hold the blue button");
  });

  test("may be posted once it is approved", async () => {
    const place = vi.fn(async () => {});
    await written({ status: "approved" }, { place });
    await press("Copy reply");
    expect(place).toHaveBeenCalledOnce();
  });

  test("says why it came back, above the box", async () => {
    await written({ status: "rejected", review: { ...asked, reason: "tone" } });
    expect(pageText()).toContain("It came back: the tone does not fit.");
    expect(has("Your answer")).toBe(true);
  });
});
