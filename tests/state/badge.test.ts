// @vitest-environment node
import { describe, expect, it } from "vitest";
import { waitsFrom } from "../../lib/schema/triage.ts";
import { badgeState } from "../../lib/state/badge.ts";
import { claimed, dana, iso, linh, mention, noonMs } from "../support/samples.ts";

const dueMs = noonMs + 110 * 60_000;
const leaseEndMs = noonMs + 600_000;

const inReview = { text: "Hi", status: "in_review", author: dana, updatedAt: iso(noonMs) } as const;

describe("the badge", () => {
  it.each([
    ["waits", mention("1"), { state: "needs_answer", who: null, untilMs: dueMs }],
    ["is mine", claimed("1", dana), { state: "yours", who: null, untilMs: leaseEndMs }],
    ["is mine and with reviewers", claimed("1", dana, { draft: inReview }), { state: "yours", who: null, untilMs: null }],
    ["is somebody's", claimed("1", linh), { state: "other", who: "Linh", untilMs: null }],
    ["is with staff", mention("1", { status: "escalated", route: "first_line" }), { state: "staff", who: null, untilMs: dueMs }],
    ["is answered", mention("1", { status: "answered" }), { state: "answered", who: null, untilMs: null }],
    ["is dismissed", mention("1", { status: "dismissed" }), { state: "dismissed", who: null, untilMs: null }],
    ["is gone", mention("1", { status: "gone" }), { state: "dismissed", who: null, untilMs: null }],
  ])("of a post that %s says so", (_name, one, expected) => {
    expect(badgeState(one, dana, noonMs, 0)).toEqual({ mentionId: "x:1", ...expected });
  });

  it("shows what this member would do with it as done, and what others would do not", () => {
    const opinion = { wish: "dismiss", value: "spam", note: null, isMine: true } as const;
    expect(badgeState(mention("1", { opinions: [opinion] }), dana, noonMs, 0)).toMatchObject({ state: "dismissed" });
    expect(badgeState(mention("1", { opinions: [{ ...opinion, wish: "route" }] }), dana, noonMs, 0)).toMatchObject({ state: "staff" });
    expect(badgeState(mention("1", { opinions: [{ ...opinion, isMine: false }] }), dana, noonMs, 0)).toMatchObject({
      state: "needs_answer",
    });
  });

  it("asks for thanks where the post is praise that nobody is on", () => {
    const praise = { ...mention("1"), triage: { ...mention("1").triage, kind: "praise" as const } };
    expect(badgeState(praise, dana, noonMs, 0)).toMatchObject({ state: "needs_answer", isPraise: true });
    expect(badgeState({ ...praise, ...claimed("1", dana), triage: praise.triage }, dana, noonMs, 0)).not.toHaveProperty("isPraise");
    expect(badgeState({ ...praise, route: "first_line" }, dana, noonMs, 0)).not.toHaveProperty("isPraise");
  });

  it("is quiet where nobody seems to wait, and asks where somebody may", () => {
    const of = (answerability: number) => ({ ...mention("1"), triage: { ...mention("1").triage, answerability } });
    expect(badgeState(of(waitsFrom - 0.01), dana, noonMs, 0)).toEqual({ mentionId: "x:1", state: "quiet", who: null, untilMs: null });
    expect(badgeState(of(waitsFrom), dana, noonMs, 0)).toMatchObject({ state: "needs_answer", untilMs: dueMs });
    expect(badgeState({ ...of(0), route: "first_line" }, dana, noonMs, 0)).toMatchObject({ state: "staff" });
  });

  it("no longer says yours when the time ran out", () => {
    expect(badgeState(claimed("1", dana), dana, leaseEndMs, 0)).toMatchObject({ state: "needs_answer", untilMs: dueMs });
    expect(badgeState(claimed("1", dana, { route: "second_line" }), dana, leaseEndMs, 0)).toMatchObject({ state: "staff" });
  });

  it("counts on the device's clock, however wrong that is", () => {
    const hourBehind = { nowMs: noonMs - 3_600_000, skewMs: 3_600_000 };
    expect(badgeState(claimed("1", dana), dana, hourBehind.nowMs, hourBehind.skewMs)).toMatchObject({
      state: "yours",
      untilMs: leaseEndMs - hourBehind.skewMs,
    });
  });
});
