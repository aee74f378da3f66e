import { describe, expect, test } from "vitest";
import { answeredView, communityView, firstAnswerView, within2hView, within24hView } from "../../../components/figures/day-views.tsx";
import { backlogView, funnelView, lostView, takenView } from "../../../components/figures/flow-views.tsx";
import { valueView } from "../../../components/figures/value-view.tsx";
import { qualityView, topAnswersView, triageView } from "../../../components/figures/worth-views.tsx";
import { figureDimensions, type PeriodFigures } from "../../../lib/schema/period-figures.ts";
import { at } from "../samples.ts";
import { fewFigures, periodFigures, postFigures } from "./period-samples.ts";

const sentences = (figures: PeriodFigures) =>
  [
    ...[answeredView, within2hView, within24hView, firstAnswerView, communityView, valueView],
    ...[funnelView, lostView, takenView, backlogView, triageView, qualityView, topAnswersView],
  ].map((view) => view(figures)?.sentence.replace(/[\u2068\u2069]/g, ""));

describe("each picture says in one sentence what it shows", () => {
  test("of many posts", () => {
    expect(sentences(periodFigures("site"))).toEqual([
      "68% answered, up 8.",
      "54% answered within two hours, up 6.",
      "65% answered within a day, up 8.",
      "Half of the first answers came within 42 min, 19 min sooner than before.",
      "75% answered by the community, as before.",
      "Most is answered of “X” (76%), least of “Facebook” (51%).",
      "Seen: 964. Of these, 496 needed an answer, and 337 got one.",
      "Most that got no answer: Nobody took it (120).",
      "Of what was taken, 11% was given back and 5% ran out of time.",
      "159 posts wait, the oldest for 26 days.",
      "Sent to staff, rightly: 82%; missed: 4.",
      "Helpful on a second look: 76%; thanks: 31; still broken: 6.",
      "“Pairing after an update” was used most, 64 times.",
    ]);
  });

  test("of four posts in no percent", () => {
    const said = sentences(fewFigures(4, 3));
    expect(said.slice(0, 5)).toEqual([
      "3 of 4 answered.",
      "2 of 4 answered within two hours.",
      "3 of 4 answered within a day.",
      "3 answers so far: too few to say how fast they come.",
      "2 of 3 answered by the community.",
    ]);
    expect(said.join(" ")).not.toContain("%");
    expect(said).toContain("1 post waits, for 30 min by now.");
  });

  test("of none", () => {
    const said = sentences(fewFigures());
    expect(said.join(" ")).not.toMatch(/%|NaN|undefined|null/);
    expect(said).toContain("Nothing waits.");
    expect(said).toContain("Nobody has taken a post in this time.");
  });

  test("in the other direction, and without a time before", () => {
    const before = postFigures({ seen: 900, needed: 450, answered: 400 }, 20);
    expect(sentences(periodFigures(null, { before })).slice(0, 4)).toEqual([
      "68% answered, down 21.",
      "54% answered within two hours, down 17.",
      "65% answered within a day, down 19.",
      "Half of the first answers came within 42 min, 22 min later than before.",
    ]);
    expect(sentences(periodFigures(null, { before: null }))[0]).toBe("68% answered.");
  });
});

describe("the tables", () => {
  test("have a cell for each column, whatever is known", () => {
    for (const by of figureDimensions)
      for (const figures of [periodFigures(by), fewFigures(), fewFigures(1)]) {
        const view = valueView(figures);
        for (const row of view?.table.rows ?? []) expect(row).toHaveLength(view?.table.columns.length ?? 0);
      }
    for (const { table } of [funnelView, lostView, takenView, backlogView, triageView, qualityView].map((view) => view(periodFigures())))
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });

  test("call values by what people call them", () => {
    const names = (by: (typeof figureDimensions)[number]) => valueView(periodFigures(by))?.table.rows.map(([name]) => name);
    expect(names("language")).toEqual(["English", "Hebrew", "Language not known"]);
    expect(names("route")).toEqual(["Community", "First line"]);
    expect(names("weekday")?.slice(0, 2)).toEqual(["Monday", "Tuesday"]);
    expect(names("hour")?.slice(13, 14)).toEqual(["1:00 PM"]);
    expect(names("list")).toEqual(["Acme", "Delta"]);
  });

  test("name a list that is gone, and a title that is", () => {
    const by = {
      dimension: "list" as const,
      values: [{ key: "l-9", name: null, ...postFigures({ seen: 1, needed: 1, answered: 0 }) }],
      left: { values: 0, seen: 0 },
    };
    expect(valueView(periodFigures("list", { by }))?.table.rows[0]?.[0]).toBe("A list that is gone");
    expect(topAnswersView(periodFigures()).table.rows[2]?.[0]).toBe("An answer that is gone");
  });
});

test("a clock that runs ahead makes nothing wait for less than no time", () => {
  const { backlog } = periodFigures();
  expect(backlogView(periodFigures(null, { backlog: { ...backlog, oldestAt: at(5) } })).sentence).toContain("0 min");
});
