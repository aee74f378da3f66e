import { describe, expect, test, vi } from "vitest";
import { Popup } from "../../../components/queue/popup.tsx";
import type { ReviewActions } from "../../../components/review/actions.ts";
import { ReviewList } from "../../../components/review/review-list.tsx";
import type { PanelActions } from "../../../components/triage/actions.ts";
import { Panel } from "../../../components/triage/panel.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { Mention } from "../../../lib/schema/mention.ts";
import { noMemory, panelActions, popupActions } from "../actions.ts";
import { control, has, key, pageText, press, show, type } from "../page.ts";
import { at, heldBy, linh, mention, noor, sam, storeState } from "../samples.ts";

const trusted = { ...noor, level: 1 };

/** A post whose draft by Linh waits since so many minutes. */
function draftOn(postId: string, name: string, minutes: number, forStaff = false): Mention {
  const review = { since: at(-minutes), needs: 2, needsUnlike: false, forStaff, reason: null, verdicts: [] };
  const draft = {
    text: `Hold the button of ${name}`,
    status: "in_review",
    author: { id: linh.id, name: linh.name },
    updatedAt: at(-1),
    review,
  } as const;
  return mention({ ...heldBy(linh), postId, author: { handle: null, name, verified: null }, draft });
}
const [kit, rowan] = [draftOn("1", "Kit Ode", 2), draftOn("2", "Rowan Mill", 8)];

describe("in the popup", () => {
  const popup = (parts: Partial<ReviewActions> = {}, member = trusted) => {
    const does = panelActions(parts);
    const actions = popupActions({
      Reviews: ({ mentions }) => <ReviewList mentions={mentions} actions={does} onOpenPost={() => {}} />,
    });
    return show(<Popup state={storeState({ member, mentions: [kit, rowan] })} actions={actions} languages={["en"]} />);
  };

  test("a trusted advocate is asked to review, the longest waiting first; a newcomer and the author are not", async () => {
    await popup();
    expect(pageText()).toContain("Please review");
    expect(pageText().indexOf("Rowan Mill")).toBeLessThan(pageText().indexOf("Kit Ode"));
    await popup({}, { ...noor, level: 0 });
    expect(pageText()).not.toContain("Please review");
    await popup({}, { ...linh, role: "advocate", level: 1 });
    expect(pageText()).not.toContain("Please review");
  });

  test("after a word the next draft is open", async () => {
    const approve = vi.fn(async () => {});
    await popup({ approve });
    await press("Rowan Mill");
    await press("Good to post");
    expect(approve).toHaveBeenCalledWith(rowan);
    expect(control("Kit Ode").getAttribute("aria-expanded")).toBe("true");
  });

  test("sending back asks for one of a few reasons", async () => {
    const sendBack = vi.fn(async () => {});
    await popup({ sendBack });
    await press("Kit Ode");
    await press("Send it back");
    await press("it is hard to understand");
    expect(sendBack).toHaveBeenCalledWith(kit, "unclear");
  });

  test("an edit is suggested from the draft's own words, seen as a difference, and never unchanged or empty", async () => {
    const suggest = vi.fn(async () => {});
    await popup({ suggest });
    await press("Kit Ode");
    await press("Suggest an edit");
    await press("Suggest this");
    await type("What you would post instead", "  ");
    await press("Suggest this");
    expect(suggest).not.toHaveBeenCalled();
    await type("What you would post instead", "Hold the left button of Kit Ode");
    expect([...document.querySelectorAll("ins")].map((each) => each.textContent)).toEqual(["left "]);
    await press("Suggest this");
    expect(suggest).toHaveBeenCalledWith(kit, "Hold the left button of Kit Ode");
  });

  test("v opens the next draft, and the other keys do what they say beside their buttons", async () => {
    const approve = vi.fn(async () => {});
    await popup({ approve });
    await key("v");
    await key("y");
    expect(approve).toHaveBeenCalledWith(rowan);
    await key("g");
    expect(has("What you would post instead")).toBe(true);
    await key("v");
    await key("b");
    expect(document.activeElement?.textContent).toBe("it is not right");
  });

  test("a draft that was changed meanwhile says so, and stays open", async () => {
    await popup({ approve: () => Promise.reject(new FanswerError("review_stale")) });
    await press("Kit Ode");
    await press("Good to post");
    expect(pageText()).toContain("The draft was changed meanwhile. Read it again.");
    expect(control("Kit Ode").getAttribute("aria-expanded")).toBe("true");
  });
});

describe("in the panel, by keys alone", () => {
  const staffs = draftOn("3", "Mo Lind", 1, true);
  const panel = (parts: Partial<PanelActions> = {}) =>
    show(<Panel state={storeState({ member: sam, mentions: [kit, rowan, staffs] })} actions={panelActions(parts)} memory={noMemory()} />);

  test("v opens the next draft, first what staff is asked for; y says that it is good", async () => {
    const approve = vi.fn(async () => {});
    await panel({ approve });
    await key("v");
    expect(control("Mo Lind").getAttribute("aria-expanded")).toBe("true");
    expect(document.activeElement?.textContent).toContain("Mo Lind");
    for (const name of ["Rowan Mill", "Kit Ode", "Mo Lind"]) {
      await key("v");
      expect(control(name).getAttribute("aria-expanded")).toBe("true");
    }
    await key("y");
    expect(approve).toHaveBeenCalledWith(staffs);
    expect(pageText()).toContain("Thank you. Your yes counts.");
  });

  test("b sends it back with a reason, g suggests an edit", async () => {
    const [sendBack, suggest] = [vi.fn(async () => {}), vi.fn(async () => {})];
    await panel({ sendBack, suggest });
    await key("v");
    await key("b");
    expect(document.activeElement?.textContent).toBe("it is not right");
    await key("ArrowDown");
    await press("it does not answer the question");
    expect(sendBack).toHaveBeenCalledWith(staffs, "beside_the_point");
    await key("g", control("Mo Lind"));
    await type("What you would post instead", "Press it");
    await press("Suggest this");
    expect(suggest).toHaveBeenCalledWith(staffs, "Press it");
  });

  test("the keys of a review do nothing on a post without a draft to review", async () => {
    const approve = vi.fn(async () => {});
    await show(
      <Panel
        state={storeState({ member: sam, mentions: [mention({ postId: "9", author: { handle: null, name: "Jo Park", verified: null } })] })}
        actions={panelActions({ approve })}
        memory={noMemory()}
      />,
    );
    control("Jo Park").focus();
    await key("y");
    await key("v");
    expect(approve).not.toHaveBeenCalled();
    expect(has("Good to post")).toBe(false);
  });

  test("a row in review says what is missing, and its detail shows the draft once", async () => {
    await panel();
    expect(control("Kit Ode").textContent).toContain("Needs 2 more");
    await press("Kit Ode");
    expect(pageText().split("Hold the button of Kit Ode").length).toBe(2);
  });
});
