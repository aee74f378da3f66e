import { expect, test } from "vitest";
import { settle, takePlaces } from "../../../components/triage/order.ts";
import { staffSections } from "../../../lib/state/selectors.ts";
import { heldBy, mention, noonMs, sam } from "../samples.ts";

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
