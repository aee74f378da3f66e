import { describe, expect, it } from "vitest";
import type { Draft, Mention } from "../../lib/schema/mention.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { canReview, reviewsFor } from "../../lib/state/reviews.ts";
import { dana, iso, linh, mention, noonMs } from "../support/samples.ts";

const nia: Member = { id: "m-nia", name: "Nia", role: "advocate", level: 0 };
const inReview = (id: string, minutes: number, review: Partial<NonNullable<Draft["review"]>> = {}, parts: Partial<Mention> = {}): Mention =>
  mention(id, {
    draft: {
      text: "Hold the button",
      status: "in_review",
      author: nia,
      updatedAt: iso(noonMs),
      review: {
        since: iso(noonMs + minutes * 60_000),
        needs: 2,
        needsUnlike: false,
        forStaff: false,
        reason: null,
        verdicts: [],
        ...review,
      },
    },
    ...parts,
  });

describe("a draft may be reviewed", () => {
  const waiting = inReview("1", 0);

  it.each([
    ["a trusted advocate", dana, true],
    ["staff", linh, true],
    ["its author", nia, false],
    ["its author, now on staff", { ...nia, role: "staff" as const }, false],
    ["another newcomer", { ...nia, id: "m-nils" }, false],
  ])("by %s: %s", (_, member, may) => {
    expect(canReview(waiting, member)).toBe(may);
  });

  it("by staff alone once the post is with staff, and by nobody once it is answered or the draft is back", () => {
    const withStaff = inReview("1", 0, {}, { status: "escalated", route: "first_line" });
    expect([canReview(withStaff, dana), canReview(withStaff, linh)]).toEqual([false, true]);
    expect(canReview(inReview("1", 0, {}, { status: "answered" }), linh)).toBe(false);
    const draft = { ...waiting.draft, status: "rejected" } as Draft;
    expect(canReview({ ...waiting, draft }, linh)).toBe(false);
  });
});

describe("what a member is asked to review", () => {
  const spoken = { verdicts: [{ by: { id: dana.id, name: dana.name }, verdict: "approved" as const, text: null }] };
  const all = [inReview("late", 5), inReview("early", 1), inReview("staffs", 9, { forStaff: true }), inReview("spoken", 0, spoken)];
  const ids = (member: Member) => reviewsFor(all, member).map(({ postId }) => postId);

  it("is what waits longest and has not heard from them", () => {
    expect(ids(dana)).toEqual(["early", "late", "staffs"]);
  });

  it("is for staff first what staff is asked for", () => {
    expect(ids(linh)).toEqual(["staffs", "spoken", "early", "late"]);
  });
});
