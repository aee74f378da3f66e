import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { CardFrame, Spot } from "../../../components/card/frame.ts";
import { type Sight, watchSight } from "../../../components/card/sight.ts";

const spot: Spot = { left: 100, top: 100, width: 360, height: 200 };
let life: AbortController;
let host: HTMLElement;
let box: Spot;
/** What a press at a place meets. */
let met: (x: number, y: number) => Element | null;
let isTouched: boolean;

const card = (): CardFrame => ({
  host,
  mount: host,
  inside: () => document,
  place: () => {},
  spot: () => box,
  isShown: () => true,
  mend() {
    const was = isTouched;
    isTouched = false;
    return was;
  },
  raise: () => {},
});
const rect = ({ left, top, width, height }: Spot) => new DOMRect(left, top, width, height);
const meet = (what: typeof met) => {
  met = what;
};
const shrink = () => {
  host.getBoundingClientRect = () => rect({ ...spot, width: 36, height: 20 });
};
const pass = (ms: number) => vi.advanceTimersByTime(ms);

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  life = new AbortController();
  host = document.createElement("div");
  host.style.cssText = "position:fixed;visibility:visible;pointer-events:auto;opacity:1";
  document.documentElement.append(host);
  box = spot;
  met = () => host;
  isTouched = false;
  host.getBoundingClientRect = () => rect(box);
  document.elementFromPoint = (x, y) => met(x, y);
});
afterEach(() => {
  life.abort();
  host.remove();
  vi.useRealTimers();
});

const watch = (): Sight => watchSight(document, card(), Date.now, life.signal);

describe("a press counts", () => {
  test("once the card was seen for a moment, and not before", () => {
    const sight = watch();
    expect(sight.hindrance("pointer")).toBe("unsettled");
    pass(390);
    expect(sight.hindrance("keyboard")).toBe("unsettled");
    pass(20);
    expect([sight.hindrance("pointer"), sight.hindrance("keyboard")]).toEqual([null, null]);
  });

  test("not just after the card moved under the pointer; keys go where the focus is", () => {
    const sight = watch();
    pass(1000);
    box = { ...spot, top: 160 };
    expect(sight.hindrance("pointer")).toBe("unsettled");
    expect(sight.hindrance("keyboard")).toBeNull();
    pass(410);
    expect(sight.hindrance("pointer")).toBeNull();
  });

  test.each<[string, () => void]>([
    ["faded", () => host.style.setProperty("opacity", "0.3")],
    ["blurred", () => host.style.setProperty("filter", "blur(9px)")],
    ["cut", () => host.style.setProperty("clip-path", "inset(40%)")],
    ["turned", () => host.style.setProperty("transform", "scale(0.1)")],
    ["passed through", () => host.style.setProperty("pointer-events", "none")],
    ["blended", () => host.style.setProperty("mix-blend-mode", "screen")],
    ["covered at one corner", () => meet((x, y) => (x < 110 && y < 110 ? document.body : host))],
    ["taken away", () => host.remove()],
    ["of another size than it was given", () => shrink()],
    ["on a page that is faded as a whole", () => document.documentElement.style.setProperty("filter", "opacity(0)")],
  ])("not on a card that is %s, nor in the moment after it was", (_, hide) => {
    const sight = watch();
    pass(1000);
    hide();
    expect(sight.hindrance("pointer")).toBe("covered");
    expect(sight.hindrance("keyboard")).toBe("covered");
    document.documentElement.removeAttribute("style");
    host.style.cssText = "position:fixed;visibility:visible;pointer-events:auto;opacity:1";
    document.documentElement.append(host);
    met = () => host;
    host.getBoundingClientRect = () => rect(box);
    pass(300);
    expect(sight.hindrance("pointer")).toBe("covered");
    pass(600);
    expect(sight.hindrance("pointer")).toBeNull();
  });

  test("not on a card that had to be put right, until it was seen again for a moment", () => {
    const sight = watch();
    pass(1000);
    isTouched = true;
    expect(sight.hindrance("keyboard")).toBe("covered");
    pass(1000);
    expect(sight.hindrance("keyboard")).toBeNull();
  });

  test("also where something was hidden between two presses: it is looked at all the time", () => {
    const sight = watch();
    pass(1000);
    met = () => document.body;
    pass(300);
    met = () => host;
    expect(sight.hindrance("pointer")).not.toBeNull();
  });
});

test("nothing of it lives on after the card", () => {
  watch();
  life.abort();
  expect(vi.getTimerCount()).toBe(0);
});
