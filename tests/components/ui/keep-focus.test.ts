import { beforeAll, beforeEach, expect, test } from "vitest";
import { keepFocus } from "../../../components/ui/keep-focus.ts";

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const focus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();
const focused = () => document.activeElement?.id;

beforeAll(() => keepFocus(document));
beforeEach(() => {
  document.body.innerHTML =
    "<button id=top>t</button><section><button id=off aria-disabled=true>o</button><p><button id=ask>a</button></p></section>";
});

test("what came in the place of what had the focus gets it", async () => {
  focus("#ask");
  document.querySelector("p")?.replaceChildren(Object.assign(document.createElement("button"), { id: "sure" }));
  await expect.poll(focused).toBe("sure");
});

test("where the whole view gave way, the first that can be used does", async () => {
  focus("#ask");
  document.body.innerHTML = "<main><button id=join>j</button></main>";
  await expect.poll(focused).toBe("join");
});

test("a view that moves the focus itself is left alone, and so is one that the person left", async () => {
  focus("#ask");
  document.querySelector("p")?.remove();
  focus("#top");
  await wait(250);
  expect(focused()).toBe("top");
  document.getElementById("top")?.blur();
  await wait(10);
  document.getElementById("top")?.remove();
  await wait(250);
  expect(document.activeElement).toBe(document.body);
});

test("a key that is held down presses nothing", () => {
  const down = (repeat: boolean) => {
    const event = new KeyboardEvent("keydown", { key: "Enter", repeat, bubbles: true, cancelable: true });
    document.querySelector("#top")?.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect([down(false), down(true)]).toEqual([false, true]);
});
