import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import { sightingRows } from "../../../components/share/sighting-rows.ts";
import type { WelcomeActions } from "../../../components/welcome/actions.ts";
import { exampleSighting } from "../../../components/welcome/example.ts";
import { Welcome } from "../../../components/welcome/welcome.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { control, has, pageText, press, show, type } from "../page.ts";
import { noonMs, noor, session, storeState } from "../samples.ts";

const clock = () => noonMs;

function actions(parts: Partial<WelcomeActions> = {}): WelcomeActions {
  return {
    join: vi.fn(async () => session(noor)),
    whose: async () => ({ name: "Acme Friends", mark: null, host: "fanswer.example", forum: null, onlyForum: false }),
    openSettings: () => {},
    ...parts,
  };
}

async function secondScreen(parts: Partial<WelcomeActions> = {}) {
  await show(<Welcome state={storeState({ member: null })} actions={actions(parts)} clock={clock} />);
  await press("Next");
}

test("the first screen shows the real card, which cannot be pressed", async () => {
  await show(<Welcome state={storeState({ member: null })} actions={actions()} clock={clock} />);
  expect(pageText()).toContain("You know it. Somebody is asking.");
  expect(pageText()).toContain("I'll answer");
  expect(control("I'll answer").closest("[inert]")).not.toBeNull();
});

describe("what leaves", () => {
  test("every field of a sighting is told, word for word", () => {
    const sighting = exampleSighting(noonMs);
    const told = sightingRows(sighting).flat().join(" ");
    for (const value of [sighting.author.name, sighting.author.handle, sighting.excerpt, sighting.permalink, sighting.hits[0]?.label])
      expect(told).toContain(value);
    for (const number of [sighting.counts.views, sighting.triage.anger, sighting.triage.urgency, sighting.triage.technical])
      expect(told).toContain(String(number));
  });

  test("nothing is chosen or agreed beforehand, and nothing happens without it", async () => {
    const join = vi.fn(async () => session(noor));
    await secondScreen({ join });
    expect([...document.querySelectorAll<HTMLInputElement>("[type=radio], [type=checkbox]")].filter((box) => box.checked)).toEqual([]);
    await type("Your invitation", "https://fanswer.example/join#1234");
    await type("Your name", "Noor");
    await press("Every public post");
    await press("Agree and join");
    expect(join).not.toHaveBeenCalled();
    await press("I agree");
    await press("Agree and join");
    expect(join).toHaveBeenCalledWith("all", "https://fanswer.example/join#1234", "Noor");
  });

  test("whose community it is shows when one asks, before anything is agreed, with the server that says so", async () => {
    const whose = vi.fn(async () => ({ name: "<b>Acme</b>\u202e", mark: null, host: "fans.acme.example", forum: null, onlyForum: false }));
    await secondScreen({ whose });
    expect(has("Whose community is this?")).toBe(false);
    await type("Your invitation", " https://fans.acme.example/join#1234 ");
    expect(whose).not.toHaveBeenCalled();
    await press("Whose community is this?");
    expect(whose).toHaveBeenCalledExactlyOnceWith("https://fans.acme.example/join#1234");
    expect(document.querySelector(".whose bdi")?.textContent).toBe("<b>Acme</b>\u202e");
    expect(pageText()).toContain("On the server fans.acme.example");
    await type("Your invitation", "https://other.example/join#5678");
    expect(document.querySelector(".whose")).toBeNull();
    whose.mockRejectedValueOnce(new FanswerError("invitation_invalid"));
    await press("Whose community is this?");
    expect(pageText()).toContain("This invitation cannot be used.");
  });

  test("where the forum's accounts may join, the way there is offered in a page of its own", async () => {
    const forum = { name: "Acme Forum", link: "https://fans.acme.example/join/forum/acmefriends1" };
    const community = { name: "Acme", mark: null, host: "fans.acme.example", forum };
    for (const [onlyForum, offer] of [
      [true, "Join with your"],
      [false, "Or, without this invitation:"],
    ] as const) {
      await secondScreen({ whose: async () => ({ ...community, onlyForum }) });
      await type("Your invitation", forum.link);
      await press("Whose community is this?");
      const way = control<HTMLAnchorElement>("Join with your Acme Forum account");
      expect([way.href, way.target, way.rel]).toEqual([forum.link, "_blank", "noopener"]);
      expect(pageText().includes("Or, without this invitation:")).toBe(!onlyForum);
      expect(pageText()).toContain(offer);
      await show(null);
    }
  });

  test("joining too early leads to what is missing, by the button and by Enter", async () => {
    const join = vi.fn(async () => session(noor));
    await secondScreen({ join });
    const enter = (more: KeyboardEventInit = {}) =>
      act(() => void control("Your name").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, ...more })));
    await press("Agree and join");
    expect(document.activeElement?.getAttribute("type")).toBe("radio");
    await press("Every public post");
    await enter();
    expect(document.activeElement?.getAttribute("type")).toBe("checkbox");
    await press("I agree");
    await type("Your name", "Noor");
    await enter();
    expect(document.activeElement).toBe(control("Your invitation"));
    await type("Your invitation", "https://fanswer.example/join#1234");
    // The Enter that ends a composed word is the input method's.
    await enter({ isComposing: true });
    expect(join).not.toHaveBeenCalled();
    await enter();
    expect(join).toHaveBeenCalledOnce();
  });

  test("a refused invitation keeps what was typed", async () => {
    await secondScreen({ join: () => Promise.reject(new FanswerError("invitation_invalid")) });
    await press("Ask me each time");
    await press("I agree");
    await type("Your invitation", "used");
    await type("Your name", "Noor");
    await press("Agree and join");
    expect(document.querySelector("[role=alert]")?.textContent).toContain("This invitation cannot be used.");
    expect(control<HTMLInputElement>("Your invitation").value).toBe("used");
  });
});

test("once joined the page says so, shows the way to the settings, and goes on with the practice", async () => {
  const state = storeState({ member: null });
  const openSettings = vi.fn();
  await show(<Welcome state={state} actions={actions({ openSettings })} clock={clock} />);
  await press("Next");
  expect(has("Agree and join")).toBe(true);
  await act(() => {
    state.session.value = session(noor);
  });
  expect(pageText()).toContain("You're in, Noor Vale.");
  expect(has("Agree and join")).toBe(false);
  await press("Settings");
  expect(openSettings).toHaveBeenCalledOnce();
});

test("after leaving it says what was left, and the way back is the form", async () => {
  await show(<Welcome state={storeState({ member: null, left: "Acme Friends" })} actions={actions()} clock={clock} />);
  expect(pageText()).toContain("You left Acme Friends, and nothing of it is on this device any more.");
  await press("Next");
  expect(has("Your invitation")).toBe(true);
});

test("the practice post can be answered to the end with nothing sent", async () => {
  const fetched = vi.spyOn(globalThis, "fetch");
  await show(<Welcome state={storeState()} actions={actions()} clock={clock} />);
  await press("Try the practice post");
  await press("I'll answer");
  await press("Use it");
  await press("Place reply");
  expect(control<HTMLTextAreaElement>("Reply box").value).toContain("hold the power button");
  await press("Post");
  await act(async () => {});
  expect(pageText()).toContain("Posted. Thank you, Dana's question is answered.");
  expect(fetched).not.toHaveBeenCalled();
});
