// @vitest-environment node
import { describe, expect, it } from "vitest";
import { usualChoices } from "../../lib/schema/alert-choices.ts";
import type { AlertKind } from "../../lib/schema/alerts.ts";
import type { Alert } from "../../lib/state/alerts.ts";
import { nothingTold, whatToTell } from "../../lib/state/telling.ts";
import { mention, noonMs } from "../support/samples.ts";

const choices = { ...usualChoices("UTC"), quiet: null };
const hour = 3_600_000;
const alert = (kind: AlertKind, key: string): Alert => ({ kind, key: `${kind} ${key}`, mention: mention(key) });
const some = (kind: AlertKind, count: number) => Array.from({ length: count }, (_, n) => alert(kind, `${n}`));
const ids = ({ show }: ReturnType<typeof whatToTell>) => show.map(({ kind, alerts }) => `${kind} ${alerts.length}`);

describe("what is told", () => {
  it("is told once, and again as a whole when something joins it", () => {
    const first = whatToTell(some("post", 2), choices, nothingTold, noonMs);
    expect(ids(first)).toEqual(["post 2"]);
    expect(ids(whatToTell(some("post", 2), choices, first.memory, noonMs + 1))).toEqual([]);
    expect(ids(whatToTell(some("post", 3), choices, first.memory, noonMs + 1))).toEqual(["post 3"]);
  });

  it("is one notification, also of a thousand posts", () => {
    const { show, memory } = whatToTell(some("post", 1_000), choices, nothingTold, noonMs);
    expect(show.map(({ alerts }) => alerts.length)).toEqual([1_000]);
    expect(Object.keys(memory.told)).toHaveLength(1_000);
    expect(Object.keys(whatToTell(some("post", 5_000), choices, memory, noonMs).memory.told).length).toBeLessThanOrEqual(5_000);
  });

  it("waits for the end of quiet hours", () => {
    const quiet = { ...choices, quiet: { from: 22 * 60, to: 7 * 60 } };
    const night = noonMs + 12 * hour;
    const asleep = whatToTell(some("danger", 1), quiet, nothingTold, night);
    expect(ids(asleep)).toEqual([]);
    expect(ids(whatToTell(some("danger", 1), quiet, asleep.memory, night + 8 * hour))).toEqual(["danger 1"]);
  });

  it("is at most as much in an hour as the member wants, but for what cannot wait; the rest comes later", () => {
    const two = { ...choices, perHour: 2 };
    let memory = nothingTold;
    for (let n = 0; n < 4; n += 1) ({ memory } = whatToTell([alert("thanks", `${n}`)], two, memory, noonMs + n));
    expect(memory.shownMs).toHaveLength(2);
    const urgent = whatToTell([alert("claim_ending", "9"), alert("thanks", "3")], two, memory, noonMs + 10);
    expect(ids(urgent)).toEqual(["claim_ending 1"]);
    expect(ids(whatToTell([alert("thanks", "3")], two, urgent.memory, noonMs + hour + 20))).toEqual(["thanks 1"]);
  });

  it("tells the most pressing first where not all fits", () => {
    expect(ids(whatToTell([alert("draft_read", "1"), alert("thanks", "1")], { ...choices, perHour: 1 }, nothingTold, noonMs))).toEqual([
      "draft_read 1",
    ]);
  });

  it("is not silenced for longer than an hour by a clock that was set back", () => {
    const ahead = whatToTell(some("thanks", 1), { ...choices, perHour: 1 }, nothingTold, noonMs + 365 * 24 * hour);
    expect(ids(whatToTell([alert("thanks", "9")], { ...choices, perHour: 1 }, ahead.memory, noonMs))).toEqual(["thanks 1"]);
    const little = whatToTell(some("thanks", 1), { ...choices, perHour: 1 }, nothingTold, noonMs + hour / 2);
    expect(ids(whatToTell([alert("thanks", "9")], { ...choices, perHour: 1 }, little.memory, noonMs))).toEqual([]);
  });

  it("is remembered for a day after it is gone: what is given back is no news", () => {
    const told = whatToTell(some("post", 1), choices, nothingTold, noonMs);
    const gone = whatToTell([], choices, told.memory, noonMs + hour);
    expect(ids(whatToTell(some("post", 1), choices, gone.memory, noonMs + 2 * hour))).toEqual([]);
    expect(whatToTell([], choices, gone.memory, noonMs + 25 * hour).memory.told).toEqual({});
  });

  it("says what was told last", () => {
    expect(whatToTell(some("thanks", 1), choices, nothingTold, noonMs).memory.last).toEqual({ kind: "thanks", atMs: noonMs });
  });
});
