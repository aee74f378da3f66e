import { describe, expect, test } from "vitest";
import type { RowKey } from "../../../components/triage/keys.ts";
import { lineAfter, whyNot } from "../../../components/triage/why-not.ts";
import { routes } from "../../../lib/schema/triage.ts";
import { at, heldBy, linh, mention, noonMs, noor, sam } from "../samples.ts";

const around = { me: sam, nowMs: noonMs, isOffline: false, duplicates: 1 };
const open = mention();
const author = { id: noor.id, name: noor.name };
const asked = { since: at(-5), needs: 2, needsUnlike: false, forStaff: true, reason: null, verdicts: [] };
const inReview = mention({ ...heldBy(noor), draft: { text: "Hi", status: "in_review", author, updatedAt: at(-5), review: asked } });

test("nothing stands in the way of an open post", () => {
  const keys: RowKey[] = ["take", "route", "assign", "dismiss", "merge", "escalate", "overrule", "select"];
  expect(keys.map((key) => whyNot(key, open, around))).toEqual(keys.map(() => null));
});

describe("says why", () => {
  test.each<[RowKey, Parameters<typeof whyNot>[1], Partial<typeof around>, string]>([
    ["take", mention({ status: "answered" }), {}, "Nobody has to answer this one any more."],
    ["escalate", mention({ route: "second_line", status: "escalated" }), {}, "It is with the last line already."],
    ["merge", open, { duplicates: 0 }, "No other post looks like this one."],
    ["take", mention(heldBy(linh)), {}, "Linh Aster is answering"],
    ["take", open, { isOffline: true }, "Taking a post needs a connection."],
    ["approve", open, {}, "No draft here waits for your word."],
    ["edit", open, {}, "No draft here waits for your word."],
    ["approve", inReview, { isOffline: true }, "Saying your word on a draft needs a connection."],
  ])("%s", (key, row, parts, sentence) => {
    expect(whyNot(key, row, { ...around, ...parts })?.replace(/[\u2068\u2069]/g, "")).toBe(sentence);
  });
});

test("one goes on with what is one's own also without a connection", () => {
  expect(whyNot("take", mention(heldBy(sam)), { ...around, isOffline: true })).toBeNull();
});

test("a draft that waits may be judged, and a score corrected whatever became of the post", () => {
  expect(whyNot("sendBack", inReview, around)).toBeNull();
  expect(whyNot("overrule", mention({ status: "dismissed" }), around)).toBeNull();
});

test("the lines hand on in their order, and the last to nobody", () => {
  expect(routes.map((route) => lineAfter[route])).toEqual([...routes.slice(1), null]);
});
