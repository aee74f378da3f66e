// @vitest-environment node

import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { Mention } from "../../lib/schema/mention.ts";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import { applyPending, type Pending } from "../../lib/store/overlay.ts";
import { claimed, dana, iso, linh, mention, noonMs, sighting, triaged } from "../support/samples.ts";

const op = (name: Pending["name"], args: object): Pending => ({ name, args: { mentionId: "x:1", ...args }, atMs: noonMs });
const seen = (before: Mention | null, ...operations: Pending[]) => applyPending(before, operations, dana);

describe("a mention with what waits on it", () => {
  it.each([
    ["dismissed", mention("1"), op("mention.dismiss", { reason: "spam" }), { status: "dismissed", note: "spam", claim: null }],
    ["given back", claimed("1", dana), op("claim.release", { fence: 1 }), { status: "open", claim: null }],
    ["given back to staff", claimed("1", dana, { route: "first_line" }), op("claim.release", { fence: 1 }), { status: "escalated" }],
    [
      "handed to staff",
      claimed("1", dana),
      op("mention.route", { route: "second_line", note: "smoke" }),
      { status: "escalated", route: "second_line", note: "smoke", claim: null },
    ],
    [
      "moved between the lines",
      mention("1", { status: "escalated", route: "first_line" }),
      op("mention.route", { route: "second_line", note: "" }),
      { status: "escalated", route: "second_line" },
    ],
    ["reopened", mention("1", { status: "dismissed" }), op("mention.reopen", {}), { status: "open" }],
    [
      "answered",
      claimed("1", dana),
      op("reply.posted", { fence: 1, text: "Hi", url: null, proof: "confirmed" }),
      { status: "answered", reply: { text: "Hi", url: null, proof: "confirmed", author: { id: "m-dana", name: "Dana" }, at: iso(noonMs) } },
    ],
    [
      "drafted",
      claimed("1", dana),
      op("draft.save", { fence: 1, text: "Hi" }),
      { status: "claimed", draft: { text: "Hi", status: "writing", author: { id: "m-dana", name: "Dana" }, updatedAt: iso(noonMs) } },
    ],
    [
      "sent for review",
      claimed("1", dana, { draft: { text: "Ho", status: "writing", author: { id: "m-dana", name: "Dana" }, updatedAt: iso(noonMs - 1) } }),
      op("review.request", { fence: 1, text: "Hi" }),
      { draft: { text: "Hi", status: "in_review", review: { since: iso(noonMs), needs: 2, verdicts: [] } } },
    ],
    [
      "saved as it was approved, and stays so",
      claimed("1", dana, { draft: { text: "Hi", status: "approved", author: { id: "m-dana", name: "Dana" }, updatedAt: iso(noonMs - 1) } }),
      op("draft.save", { fence: 1, text: "Hi" }),
      { draft: { text: "Hi", status: "approved" } },
    ],
    [
      "sent again as it was approved, and stays so",
      claimed("1", dana, { draft: { text: "Hi", status: "approved", author: { id: "m-dana", name: "Dana" }, updatedAt: iso(noonMs - 1) } }),
      op("review.request", { fence: 1, text: "Hi" }),
      { draft: { text: "Hi", status: "approved" } },
    ],
    [
      "changed after it was approved, and is being written again",
      claimed("1", dana, { draft: { text: "Hi", status: "approved", author: { id: "m-dana", name: "Dana" }, updatedAt: iso(noonMs - 1) } }),
      op("draft.save", { fence: 1, text: "Hi you" }),
      { draft: { text: "Hi you", status: "writing" } },
    ],
  ])("shows at once that it was %s", (_name, before, operation, after) => {
    expect(seen(before, operation)).toMatchObject(after);
  });

  it.each([
    [
      "a draft under a claim that was lost",
      claimed("1", linh, { claim: { holder: linh, fence: 2, expiresAt: iso(noonMs), renewals: 0 } }),
      op("draft.save", { fence: 1, text: "Hi" }),
    ],
    [
      "an answer under a claim that was lost",
      claimed("1", linh, { claim: { holder: linh, fence: 2, expiresAt: iso(noonMs), renewals: 0 } }),
      op("reply.posted", { fence: 1, text: "Hi", url: null, proof: "seen" }),
    ],
    ["a dismissal of what is gone from the site", mention("1", { status: "gone" }), op("mention.dismiss", { reason: "spam" })],
    ["a report of what the workspace knows", mention("1", { status: "answered" }), op("mention.report", sighting("1"))],
  ])("does not believe in %s", (_name, before, operation) => {
    expect(seen(before, operation)).toMatchObject({ status: before.status, claim: before.claim, draft: before.draft });
  });

  it("begins with its report when only this device knows it", () => {
    const report = op("mention.report", sighting("1", { postedAt: iso(noonMs - 60_000) }));
    const mine = seen(null, report, op("mention.dismiss", { reason: "spam" }));
    expect(mine).toMatchObject({ id: "x:1", status: "dismissed", labels: ["acme"], dueAt: iso(noonMs + 119 * 60_000), revision: 0 });
    expect(v.is(Mention, mine)).toBe(true);
  });

  it("begins with staff when the report is for staff", () => {
    const report = op("mention.report", sighting("1", { triage: { ...triaged, route: "first_line" } }));
    expect(seen(null, report)).toMatchObject({ status: "escalated", route: "first_line" });
  });

  it("is nothing when nobody knows it", () => {
    expect(seen(null, op("mention.dismiss", { reason: "spam" }))).toBeNull();
  });

  it("leaves the server's row as it was", () => {
    const before = Object.freeze(claimed("1", dana));
    seen(before, op("mention.dismiss", { reason: "spam" }));
    expect(before.status).toBe("claimed");
  });
});

describe("a correction that waits", () => {
  const angry = mention("1", {
    status: "escalated",
    route: "first_line",
    triage: { ...triaged, anger: 0.8, kind: "complaint", route: "first_line", priority: 55 },
  });
  const say = (field: string, value: unknown) => op("mention.overrule", { field, value });

  it("shows at once with what follows from it, by whom", () => {
    const after = seen(angry, say("anger", 0));
    expect(after).toMatchObject({ status: "open", route: "community", triage: { anger: 0, route: "community" } });
    expect(after?.triage.priority).toBeLessThan(55);
    expect(after?.overrules).toEqual([{ field: "anger", value: 0, was: 0.8, by: { id: "m-dana", name: "Dana" }, at: iso(noonMs) }]);
    expect(v.is(Mention, after)).toBe(true);
  });

  it("is taken back to what was scored", () => {
    expect(seen(angry, say("anger", 0), say("anger", null))).toMatchObject({
      status: "escalated",
      route: "first_line",
      triage: { anger: 0.8, route: "first_line" },
      overrules: [],
    });
  });

  it("moves nothing that somebody is on, that is closed, or that a person sent elsewhere", () => {
    const triage = { ...triaged, route: "community" as const };
    expect(seen(claimed("1", linh, { triage }), say("anger", 1))).toMatchObject({
      status: "claimed",
      route: "community",
      triage: { anger: 1 },
    });
    expect(seen(mention("1", { status: "dismissed", triage }), say("anger", 1))).toMatchObject({ status: "dismissed" });
    const sent = mention("1", { status: "escalated", route: "second_line", triage });
    expect(seen(sent, say("anger", 1))).toMatchObject({ status: "escalated", route: "second_line" });
    expect(seen(sent, say("route", "first_line"))).toMatchObject({ status: "escalated", route: "first_line" });
  });

  it("weighs by the workspace's settings", () => {
    const none = { ...defaultTriageSettings, weights: { ...defaultTriageSettings.weights, anger: 0, complaint: 0 } };
    expect(applyPending(angry, [say("urgency", 0)], dana, none)?.triage.priority).toBeLessThan(
      applyPending(angry, [say("urgency", 0)], dana)?.triage.priority ?? 0,
    );
  });
});

describe("what a newcomer would do with a post", () => {
  const nia = { ...dana, level: 0 };
  const by = (before: Mention, ...operations: Pending[]) => applyPending(before, operations, nia);
  const others = { wish: "dismiss", value: "spam", note: null, isMine: false } as const;

  it.each([
    ["set aside", mention("1"), op("mention.dismiss", { reason: "spam" }), { status: "open", opinions: [{ ...others, isMine: true }] }],
    [
      "handed on",
      mention("1"),
      op("mention.route", { route: "first_line", note: " smoke " }),
      { status: "open", route: "community", opinions: [{ wish: "route", value: "first_line", note: "smoke", isMine: true }] },
    ],
    ["held and set aside", claimed("1", dana), op("mention.dismiss", { reason: "spam" }), { status: "open", claim: null }],
    ["set aside after another", mention("1", { opinions: [others] }), op("mention.dismiss", { reason: "spam" }), { status: "dismissed" }],
    [
      "brought back",
      mention("1", { status: "dismissed" }),
      op("mention.reopen", {}),
      { status: "dismissed", opinions: [{ wish: "reopen", isMine: true }] },
    ],
  ] as const)("shows at once as proposed or done: %s", (_name, before, operation, expected) => {
    expect(by(before, operation)).toMatchObject(expected);
  });

  it("is gone when they take it back, and said once however often they say it", () => {
    const twice = [op("mention.dismiss", { reason: "spam" }), op("mention.dismiss", { reason: "not_about_us" })];
    expect(by(mention("1"), ...twice)?.opinions).toMatchObject([{ value: "not_about_us" }]);
    expect(by(mention("1"), ...twice, op("mention.reopen", {}))?.opinions).toEqual([]);
    const routed = op("mention.route", { route: "second_line", note: "" });
    expect(by(mention("1"), routed, op("mention.route", { route: "community", note: "" }))).toMatchObject({
      route: "community",
      opinions: [],
    });
  });
});
