// @vitest-environment node
import { describe, expect, it } from "vitest";
import { type Counts, unusual } from "../../../server/trust/unusual.ts";

const none = { dismissed: 0, handedOn: 0, broughtBack: 0, answered: 0, reported: 0, sentBack: 0 };
const did = (done: Partial<Counts["done"]>, rest: Partial<Omit<Counts, "done">> = {}): Counts => ({
  ...{ refused: 0, declined: 0, taken: 0 },
  ...rest,
  done: { ...none, ...done },
});

describe("what a member did is", () => {
  it.each<[string, Counts, Counts[], string[]]>([
    ["usual, who did little", did({ dismissed: 9 }), [], []],
    ["unusual, who did much alone", did({ dismissed: 10 }), [], ["many"]],
    ["usual, who did as the others", did({ dismissed: 20 }), [did({ dismissed: 4 }), did({ dismissed: 30 })], []],
    ["unusual beside those who did little", did({ dismissed: 20 }), [did({ dismissed: 2 }), did({ dismissed: 3 })], ["many"]],
    [
      "unusual, three bad ones among ten",
      did({ handedOn: 50 }),
      [...Array(2).fill(did({ handedOn: 50 })), ...Array(7).fill(did({ handedOn: 3 }))],
      ["many"],
    ],
    ["usual, who reported some pages", did({ reported: 49 }), [], []],
    ["unusual, who was refused often", did({}, { refused: 20 }), [], ["refused"]],
    ["usual, who was refused now and then", did({}, { refused: 19 }), [], []],
    ["unusual, whose proposals are declined", did({}, { declined: 5, taken: 5 }), [], ["declined"]],
    ["usual, whose proposals are mostly taken", did({}, { declined: 5, taken: 6 }), [], []],
  ])("%s", (_name, counts, others, expected) => {
    expect(unusual(counts, others)).toEqual(expected);
  });
});
