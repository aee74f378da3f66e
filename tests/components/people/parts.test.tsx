import { describe, expect, test, vi } from "vitest";
import { LevelForm } from "../../../components/people/level-form.tsx";
import { PageSteps } from "../../../components/people/page-steps.tsx";
import { PersonButtons } from "../../../components/people/person-buttons.tsx";
import { PersonRow } from "../../../components/people/person-row.tsx";
import { everybody } from "../../../components/people/query.ts";
import { QueryBar } from "../../../components/people/query-bar.tsx";
import { Question } from "../../../components/ui/question.tsx";
import { choose, control, has, key, nameOf, pageText, press, show, type } from "../page.ts";
import { ada, noonMs, noor } from "../samples.ts";
import { crowd, peopleActions, row } from "./rows.ts";

const nothing = () => {};
const toast = { say: nothing, back: () => async () => {} };

test("a question is named by what its button does and described by what will happen", async () => {
  const [onSure, onCancel] = [vi.fn(), vi.fn()];
  await show(<Question text="All of it goes." sure="Remove it" off={false} onSure={onSure} onCancel={onCancel} />);
  const dialog = document.querySelector("[role=alertdialog]");
  expect(dialog?.getAttribute("aria-label")).toBe("Remove it");
  expect(document.getElementById(dialog?.getAttribute("aria-describedby") ?? "")?.textContent).toBe("All of it goes.");
  await press("Cancel");
  expect(onSure).not.toHaveBeenCalled();
  await press("Remove it");
  expect([onSure.mock.calls.length, onCancel.mock.calls.length]).toEqual([1, 1]);
});

test("a question that is being answered takes no second yes", async () => {
  const onSure = vi.fn();
  await show(<Question text="All of it goes." sure="Remove it" off onSure={onSure} onCancel={nothing} />);
  await press("Remove it");
  expect(onSure).not.toHaveBeenCalled();
});

describe("the form for trust", () => {
  test("begins with what stands, and is sent by Enter", async () => {
    const onSet = vi.fn();
    await show(<LevelForm terms={{}} member={{ level: 2, levelReason: "Long with us" }} off={false} onSet={onSet} onCancel={nothing} />);
    expect(nameOf(document.activeElement ?? document.body)).toContain("Proven");
    expect(control<HTMLInputElement>("Why").value).toBe("Long with us");
    await key("Enter", control("Why"));
    expect(onSet).toHaveBeenCalledExactlyOnceWith(2, "Long with us");
  });

  test("gives a level that was set by hand back to their answers, without a reason", async () => {
    const onSet = vi.fn();
    await show(<LevelForm terms={{}} member={{ level: 2, levelReason: "Long with us" }} off={false} onSet={onSet} onCancel={nothing} />);
    await press("Let their answers decide");
    expect(onSet).toHaveBeenCalledExactlyOnceWith(2, null);
    await show(<LevelForm terms={{}} member={{ level: 2, levelReason: null }} off={false} onSet={onSet} onCancel={nothing} />);
    expect(has("Let their answers decide")).toBe(false);
  });

  test("takes a reason of 200 letters and no more", async () => {
    const onSet = vi.fn();
    await show(<LevelForm terms={{}} member={{ level: 0, levelReason: null }} off={false} onSet={onSet} onCancel={nothing} />);
    await type("Why", "x".repeat(300));
    await key("Enter", control("Why"));
    expect(onSet).toHaveBeenCalledExactlyOnceWith(0, "x".repeat(200));
  });
});

describe("the buttons", () => {
  const buttons = (parts: Partial<Parameters<typeof PersonButtons>[0]> = {}) =>
    show(
      <PersonButtons
        {...{ member: row(), me: ada, off: { why: null, place: false, going: false }, whyId: "why" }}
        {...{ onRole: nothing, onPause: nothing, onResume: nothing, onOpen: nothing, ...parts }}
      />,
    );

  test("open what needs more than a press", async () => {
    const onOpen = vi.fn();
    await buttons({ onOpen });
    for (const name of ["Set trust", "Sign out everywhere", "Remove"]) await press(name);
    expect(onOpen.mock.calls).toEqual([["level"], ["signOut"], ["remove"]]);
  });

  test("let a paused one go on, and pause the others", async () => {
    const [onPause, onResume] = [vi.fn(), vi.fn()];
    await buttons({ onPause, onResume });
    await press("Pause");
    await buttons({ onPause, onResume, member: row({ standing: "paused" }) });
    await press("Let go on");
    expect([onPause.mock.calls.length, onResume.mock.calls.length]).toEqual([1, 1]);
  });

  test("that are off for one reason leave the others on", async () => {
    const [onPause, onOpen] = [vi.fn(), vi.fn()];
    await buttons({ onPause, onOpen, off: { why: "yourself", place: true, going: false } });
    await press("Pause");
    await press("Change role");
    expect(onPause).not.toHaveBeenCalled();
    expect(document.querySelector("[role=menu]")).toBeNull();
    await press("Remove");
    expect(onOpen).toHaveBeenCalledExactlyOnceWith("remove");
  });
});

describe("a row", () => {
  const shown = (isOpen: boolean, onToggle = nothing) =>
    show(
      <PersonRow
        terms={{}}
        {...{ member: row(), admins: 1, me: ada, nowMs: noonMs, isOpen, onToggle, toast }}
        {...{ actions: peopleActions(), onChanged: nothing, onGone: nothing }}
      />,
    );

  test("has what can be done only while it is open", async () => {
    const onToggle = vi.fn();
    await shown(false, onToggle);
    expect(control(noor.name).getAttribute("aria-expanded")).toBe("false");
    expect(has("Remove")).toBe(false);
    await press(noor.name);
    expect(onToggle).toHaveBeenCalledOnce();
    await shown(true);
    expect(document.getElementById(control(noor.name).getAttribute("aria-controls") ?? "")).not.toBeNull();
    expect(has("Remove")).toBe(true);
  });

  test("says another day when one begins", async () => {
    await shown(false);
    expect(pageText()).toContain("Last here: today");
    await show(
      <PersonRow
        terms={{}}
        {...{ member: row(), admins: 1, me: ada, nowMs: noonMs + 86_400_000, isOpen: false, onToggle: nothing, toast }}
        {...{ actions: peopleActions(), onChanged: nothing, onGone: nothing }}
      />,
    );
    expect(pageText()).toContain("Last here: yesterday");
  });
});

test("the bar asks for one thing at a time, and for nothing again", async () => {
  const onAsk = vi.fn();
  await show(<QueryBar query={{ ...everybody, role: "staff" }} onAsk={onAsk} />);
  await choose("Any role", "");
  await choose("Paused or not", "paused");
  await choose("Sort", "seen");
  await type("Find a member", "x".repeat(100));
  expect(onAsk.mock.calls.map(([change]) => change)).toEqual([
    { role: null },
    { standing: "paused" },
    { order: "seen" },
    { search: "x".repeat(80) },
  ]);
});

describe("the steps", () => {
  test("lead to the pages beside, and not past the end", async () => {
    const onGo = vi.fn();
    await show(<PageSteps from={50} page={{ members: crowd(50), total: 10_000, admins: 1 }} onGo={onGo} />);
    expect(pageText()).toBe("51 to 100 of 10,000");
    await press("The ones before");
    await press("The next ones");
    await show(<PageSteps from={0} page={{ members: crowd(50), total: 10_000, admins: 1 }} onGo={onGo} />);
    await press("The ones before");
    expect(onGo.mock.calls).toEqual([[0], [100]]);
  });

  test("are not there where everybody fits on a page", async () => {
    await show(<PageSteps from={0} page={{ members: crowd(3), total: 3, admins: 1 }} onGo={nothing} />);
    expect(pageText()).toBe("");
  });
});
