import { describe, expect, test } from "vitest";
import { afterRow, type SectionName, type Standing, settle, takePlaces } from "../../../components/triage/order.ts";
import { withPinned } from "../../../components/triage/use-view.ts";
import { staffSections } from "../../../lib/state/selectors.ts";
import { at, heldBy, linh, mention, noonMs, sam } from "../samples.ts";

const [one, two, three] = [mention({ postId: "1" }), mention({ postId: "2" }), mention({ postId: "3" })];
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const sections = (...mentions: (typeof one)[]) => staffSections(mentions, sam, noonMs, 480);

test("rows keep their places when a more urgent one arrives", () => {
  const places = takePlaces(sections(one, two));
  const urgent = { ...three, triage: { ...three.triage, priority: 99 } };
  const { rows, fresh } = settle(sections(urgent, one, two).all, places, "all");
  expect(ids(rows)).toEqual([one.id, two.id]);
  expect(fresh).toBe(1);
});

test("asking for the new ones puts all in their order", () => {
  const urgent = { ...three, triage: { ...three.triage, priority: 99 } };
  const places = takePlaces(sections(one, two, urgent));
  expect(ids(settle(sections(one, two, urgent).all, places, "all").rows)).toEqual([urgent.id, one.id, two.id]);
});

test("one's own are never kept waiting", () => {
  const places = takePlaces(sections(one));
  const { rows, fresh } = settle([{ ...two, ...heldBy(sam) }], places, "mine");
  expect(ids(rows)).toEqual([two.id]);
  expect(fresh).toBe(0);
});

describe("the clock section", () => {
  const due = (postId: string, minutes: number, priority = 50) => {
    const one = mention({ postId, dueAt: at(minutes) });
    return { ...one, triage: { ...one.triage, priority } };
  };
  const [late, later, soon] = [due("l", -30, 1), due("r", -5, 99), due("s", 8, 50)];

  test("is in the order of the clock, whatever is more pressing", () => {
    expect(ids(sections(soon, later, late).clock)).toEqual([late.id, later.id, soon.id]);
  });

  test("stays in it when one comes whose time has only now run down", () => {
    const before = sections({ ...late, dueAt: at(60) }, later, soon);
    const places = takePlaces(before);
    expect(ids(before.all)).toEqual([late.id]);
    expect(ids(settle(sections(later, soon, late).clock, places, "clock").rows)).toEqual([late.id, later.id, soon.id]);
  });
});

describe("after a row that left", () => {
  const standing = (parts: Partial<Record<SectionName, string[]>>): Standing => ({
    now: [],
    clock: [],
    review: [],
    mine: [],
    all: [],
    ...parts,
  });
  const before = standing({ now: ["a", "b", "c"], all: ["d"] });
  test.each<[string, Standing, string, string | null]>([
    ["one that stands is itself", before, "b", "b"],
    ["the next of its section", standing({ now: ["a", "c"], all: ["b", "d"] }), "b", "c"],
    ["the one before, after the last", standing({ now: ["a", "b"], all: ["d"] }), "c", "b"],
    ["past several that left with it", standing({ now: ["a"] }), "b", "a"],
    ["nobody, when none is left", standing({ all: ["d", "a", "b", "c"] }), "b", null],
  ])("comes %s", (_what, now, id, wanted) => {
    expect(afterRow(id, "now", before, now)).toBe(wanted);
  });
});

describe("a row that is read", () => {
  const taken = { ...one, ...heldBy(linh) };
  const now = () => staffSections([{ ...taken, dueAt: at(5) }, two], sam, noonMs, 480);
  test("stays in the section where it was opened", () => {
    const held = withPinned(now(), { id: one.id, section: "all" });
    expect([ids(held.clock), ids(held.all)]).toEqual([[], [two.id, one.id]]);
    expect(ids(withPinned(now(), { id: one.id, section: null }).clock)).toEqual([one.id]);
  });
  test("goes into one's own list at once", () => {
    const mine = staffSections([{ ...one, ...heldBy(sam) }], sam, noonMs, 480);
    expect(ids(withPinned(mine, { id: one.id, section: "now" }).mine)).toEqual([one.id]);
  });
});
