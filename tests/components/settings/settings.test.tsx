import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import type { SettingsActions } from "../../../components/settings/actions.ts";
import { Settings } from "../../../components/settings/settings.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { alertActions, breakActions, deviceActions, siteActions } from "../actions.ts";
import { control, has, nameOf, pageText, press, show, type } from "../page.ts";
import { heldBy, mention, noor, ownDevices, session, storeState } from "../samples.ts";

const done = async () => {};
function settings(state = storeState(), parts: Partial<SettingsActions> = {}) {
  const boards = { devices: deviceActions(), sites: siteActions(), alerts: alertActions(), breaks: breakActions() };
  const actions = {
    choose: done,
    read: done,
    speak: done,
    know: done,
    rename: done,
    leave: done,
    openWelcome: () => {},
    openYou: () => {},
    ...boards,
    ...parts,
  };
  return show(<Settings state={state} actions={actions} languages={["en", "nb"]} />);
}
const checked = () => [...document.querySelectorAll<HTMLInputElement>("[type=checkbox]")].filter((box) => box.checked).map(nameOf);

test("before joining: one sentence and the way", async () => {
  const openWelcome = vi.fn();
  await settings(storeState({ member: null }), { openWelcome });
  expect(pageText()).toContain("Join your community first. Then your settings are here.");
  await press("Join with an invitation");
  expect(openWelcome).toHaveBeenCalledOnce();
});

test("a break begins here as from the popup, after the question about what the member holds, and ends here", async () => {
  const [begin, end] = [vi.fn(done), vi.fn(done)];
  const state = storeState({ mentions: [mention(heldBy(noor))] });
  await settings(state, { breaks: { begin, end } });
  await press("Take a break until I say so");
  expect(pageText()).toContain("The post that you are on waits for others again");
  await press("Give back and take a break");
  expect(begin).toHaveBeenCalledWith(null);
  await act(() => {
    state.session.value = session({ ...noor, profile: { languages: null, topics: [], away: { until: null } } });
  });
  await press("I'm back");
  expect(end).toHaveBeenCalledOnce();
});

test("who reads figures only takes no break from posts", async () => {
  await settings(storeState({ member: { ...noor, role: "analyst" } }));
  expect([has("Take a break until I say so"), has("Save name")]).toEqual([false, true]);
});

test("what is shared can be changed, and the change is confirmed or refused in words", async () => {
  const choose = vi.fn(done);
  await settings(storeState(), { choose });
  await press("Ask me each time");
  expect(choose).toHaveBeenCalledWith("ask");
  expect(pageText()).toContain("Saved.");
  await settings(storeState(), { choose: () => Promise.reject(new FanswerError("server_failed")) });
  await press("Ask me each time");
  expect(pageText()).toContain("The server could not do this.");
});

describe("languages", () => {
  test("are the browser's until the member says otherwise", async () => {
    const read = vi.fn(done);
    await settings(storeState(), { read });
    expect(checked()).toEqual(["English", "Norwegian Bokmål"]);
    expect(has("As my browser says")).toBe(false);
    await press("Hebrew");
    expect(read).toHaveBeenCalledWith(["en", "nb", "he"]);
  });

  test("can be as the browser says again, and one is always left", async () => {
    const state = storeState();
    state.session.value = { ...session(noor), languages: ["vi"] };
    const read = vi.fn(done);
    await settings(state, { read });
    expect(checked()).toEqual(["Vietnamese"]);
    expect(control<HTMLInputElement>("Vietnamese").disabled).toBe(true);
    await press("As my browser says");
    expect(read).toHaveBeenCalledWith(null);
  });
});

test("what Fanswer does on a site, and how its own pages look, are chosen here", async () => {
  const use = vi.fn(done);
  await settings(storeState(), { sites: siteActions({ use }) });
  await act(async () => {});
  const radios = [...document.querySelectorAll<HTMLInputElement>("[type=radio]")].filter((radio) => nameOf(radio).startsWith("No marks"));
  expect(radios).toHaveLength(2);
  await act(async () => radios[0]?.click());
  expect(use).toHaveBeenCalledWith("x", "unmarked");
  await press("Dark");
  expect(document.documentElement.style.colorScheme).toBe("dark");
  await press("As the browser");
  expect(document.documentElement.style.colorScheme).toBe("");
});

describe("topics", () => {
  const knowing = (topics: string[]) => {
    const state = storeState();
    state.session.value = session({ ...noor, profile: { languages: null, topics, away: null } });
    const [list] = state.lists.value;
    if (list) state.lists.value = [{ ...list, entries: list.entries.map((entry) => ({ ...entry, label: "Earbuds" })) }];
    return state;
  };

  test("are the labels of the keyword lists, with what the member knew before", async () => {
    const know = vi.fn(done);
    await settings(knowing(["Cases"]), { know });
    expect(checked()).toContain("Cases");
    await press("Earbuds");
    expect(know).toHaveBeenCalledWith(["Cases", "Earbuds"]);
    await press("Cases");
    expect(know).toHaveBeenLastCalledWith([]);
  });

  test("are not asked for where the server knows none", async () => {
    await settings();
    expect(pageText()).not.toContain("Topics that you know");
  });
});

test("the name is saved once it is another one", async () => {
  const rename = vi.fn(done);
  await settings(storeState(), { rename });
  await press("Save name");
  expect(rename).not.toHaveBeenCalled();
  await type("Your name", "  Noor V. ");
  await press("Save name");
  expect(rename).toHaveBeenCalledWith("Noor V.");
});

test("what the device keeps is counted", async () => {
  const kept = [{ mentionId: "x:1", text: "Hi", atMs: 0 }];
  await settings(storeState({ mentions: [mention(), mention()], outbox: { waiting: 3, kept } }));
  for (const words of ["2 posts of your community", "1 keyword list", "1 text of yours", "3 not yet sent", "https://fanswer.example"])
    expect(pageText()).toContain(words);
});

test("another device is signed out, and the page says so or why not", async () => {
  const signOut = vi.fn(done);
  await settings(storeState(), { devices: deviceActions({ signOut }) });
  await press("Sign out");
  await press("Sign out Firefox · Linux");
  expect(signOut).toHaveBeenCalledWith(ownDevices[1].id);
  expect(pageText()).toContain("Signed out.");
  await settings(storeState(), { devices: deviceActions({ signOut: () => Promise.reject(new FanswerError("server_unreachable")) }) });
  await press("Sign out");
  await press("Sign out Firefox · Linux");
  expect(pageText()).toContain("This waits for a connection: nothing was sent.");
});

describe("leaving", () => {
  test("says what is lost, and asks once more", async () => {
    const leave = vi.fn(done);
    await settings(storeState({ outbox: { waiting: 2 } }), { leave });
    expect(pageText()).toContain("2 things that were not sent yet are lost.");
    await press("Leave and forget");
    expect(leave).not.toHaveBeenCalled();
    await press("Leave Acme Friends");
    expect(leave.mock.calls).toEqual([["community"]]);
  });

  test("is said on the page as soon as the device left, with the way back", async () => {
    const state = storeState();
    await settings(state);
    await act(() => {
      state.left.value = "Acme Friends";
      state.session.value = session(null);
    });
    expect(document.querySelector("[role=status]")?.textContent).toMatch(
      /^You left .*Acme Friends.*, and nothing of it .* paste an invitation\.$/,
    );
    expect(has("Join with an invitation")).toBe(true);
    expect(has("Leave and forget")).toBe(false);
  });
});
