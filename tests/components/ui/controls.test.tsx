import { Upload } from "lucide-preact";
import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import { Area } from "../../../components/ui/area.tsx";
import { BadRows } from "../../../components/ui/bad-rows.tsx";
import { Button, IconButton } from "../../../components/ui/button.tsx";
import { Choice } from "../../../components/ui/choice.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { FileButton } from "../../../components/ui/file-button.tsx";
import { Menu } from "../../../components/ui/menu.tsx";
import { entryFor } from "../../../components/ui/menu-keys.ts";
import { TryBox } from "../../../components/ui/try-box.tsx";
import { control, has, key, pageText, press, show, type } from "../page.ts";

describe("a button", () => {
  test("that is off keeps its place, does nothing, and says why", async () => {
    const [onClick, whyOff] = [vi.fn(), vi.fn()];
    await show(
      <Button off onClick={onClick} whyOff={whyOff}>
        Take
      </Button>,
    );
    await press("Take");
    expect(onClick).not.toHaveBeenCalled();
    expect(whyOff).toHaveBeenCalledOnce();
    expect(control("Take").getAttribute("aria-disabled")).toBe("true");
    expect(control<HTMLButtonElement>("Take").disabled).toBe(false);
  });

  test("of an icon has a name, and does nothing while it is off", async () => {
    const onClick = vi.fn();
    await show(<IconButton icon={Upload} label="Close" onClick={onClick} />);
    await press("Close");
    await show(<IconButton icon={Upload} label="Close" off onClick={onClick} />);
    await press("Close");
    expect(onClick).toHaveBeenCalledOnce();
  });
});

describe("a line", () => {
  test("says its hint, or what is wrong in its place", async () => {
    await show(<Field label="Link" hint="Optional" value="" onInput={() => {}} />);
    const hint = () => document.getElementById(control("Link").getAttribute("aria-describedby") ?? "");
    expect(hint()?.textContent).toBe("Optional");
    expect(control("Link").getAttribute("aria-invalid")).toBeNull();
    await show(<Field label="Link" hint="Optional" problem="No link" value="x" onInput={() => {}} />);
    expect(hint()?.textContent).toBe("No link");
    expect(control("Link").getAttribute("aria-invalid")).toBe("true");
  });

  test("does on Enter what its form does, but not while letters are put together or the key is held", async () => {
    const onEnter = vi.fn();
    await show(<Field label="Name" value="" onInput={() => {}} onEnter={onEnter} />);
    const enter = (init: KeyboardEventInit) =>
      act(() => void control("Name").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, ...init })));
    await enter({ isComposing: true });
    await enter({ repeat: true });
    expect(onEnter).not.toHaveBeenCalled();
    await enter({});
    expect(onEnter).toHaveBeenCalledOnce();
  });

  test("that is a secret is not read over a shoulder", async () => {
    await show(<Field label="Key" isSecret value="s" onInput={() => {}} />);
    expect(control<HTMLInputElement>("Key").type).toBe("password");
  });
});

test("a box hears every letter, and apart from that when it is left", async () => {
  const [onInput, onChange] = [vi.fn(), vi.fn()];
  await show(<Area label="Answer" hint="Plain words" value="" onInput={onInput} onChange={onChange} />);
  await type("Answer", "Hi");
  expect([onInput.mock.calls, onChange.mock.calls]).toEqual([[["Hi"]], [["Hi"]]]);
  await show(<Area label="Answer" hint="Plain words" problem="Too long" value="" />);
  expect(pageText()).toContain("Too long");
  expect(pageText()).not.toContain("Plain words");
});

test("a choice has nothing chosen for anybody", async () => {
  const onPick = vi.fn();
  const options = [
    { value: "all", text: "All", hint: "Every post" },
    { value: "ask", text: "Ask", hint: "Each time" },
  ];
  await show(<Choice label="Share" value={null} options={options} onPick={onPick} />);
  expect(document.querySelectorAll(":checked")).toHaveLength(0);
  await press("AskEach time");
  expect(onPick).toHaveBeenCalledWith("ask");
});

test("rows that were left out are listed, the first two hundred of them", async () => {
  const rows = Array.from({ length: 203 }, (_, at) => ({ line: at + 2, text: `word ${at}`, why: "no word" }));
  const more = (count: number) => `and ${count} more`;
  await show(<BadRows heads={["Line", "Word", "Why"]} rows={rows} more={more} />);
  expect(document.querySelectorAll("tbody tr")).toHaveLength(200);
  expect(pageText()).toContain("and 3 more");
  await show(<BadRows heads={["Line", "Word", "Why"]} rows={[]} more={more} />);
  expect(pageText()).toBe("");
});

test("the same file can be chosen again", async () => {
  const onFile = vi.fn();
  await show(
    <FileButton accept=".csv" onFile={onFile}>
      Import
    </FileButton>,
  );
  const input = document.querySelector<HTMLInputElement>("input");
  const file = new File(["text"], "list.csv");
  const choose = (files: File[]) => {
    Object.defineProperty(input, "files", { value: files, configurable: true });
    return act(() => void input?.dispatchEvent(new Event("change", { bubbles: true })));
  };
  await choose([file]);
  await choose([]);
  await choose([file]);
  expect(onFile.mock.calls).toEqual([[file], [file]]);
  expect(input?.value).toBe("");
});

test("a post to try is no longer than a post can be", async () => {
  const onText = vi.fn();
  await show(<TryBox hint="Type a post" text="" onText={onText} />);
  await type("Type a post", "Hi");
  expect(onText).toHaveBeenCalledWith("Hi");
  expect(document.querySelector("textarea")?.maxLength).toBeGreaterThan(280);
});

describe("the keys of a menu", () => {
  const texts = ["Answer", "Bring back", "assign", "Zürich"];
  const to = (name: string, at: number, held = {}) =>
    entryFor({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...held }, texts, at);
  test.each([
    ["ArrowDown", 0, 1],
    ["ArrowDown", 3, 0],
    ["ArrowUp", 0, 3],
    ["ArrowUp", -1, 3],
    ["Home", 2, 0],
    ["End", 0, 3],
    ["a", 0, 2],
    ["A", 2, 0],
    ["b", 1, 1],
    ["z", 0, 3],
    ["q", 0, null],
    [" ", 0, null],
    ["Enter", 0, null],
  ])("%s from %i: %s", (name, at, place) => {
    expect(to(name, at)).toBe(place);
  });
  test("a shortcut of the browser is none of them", () => {
    expect(to("a", 0, { ctrlKey: true })).toBeNull();
  });
});

describe("a menu", () => {
  const items = (onPick = vi.fn()) => ["Spam", "Not about us", "Answered"].map((text) => ({ key: text, text, onPick: () => onPick(text) }));

  test("opens on its first entry, moves by arrows and letters, and gives the focus back", async () => {
    const onPick = vi.fn();
    await show(<Menu label="Why" items={items(onPick)} />);
    await press("Why");
    expect(document.activeElement?.textContent).toBe("Spam");
    await key("ArrowDown");
    expect(document.activeElement?.textContent).toBe("Not about us");
    await key("a");
    expect(document.activeElement?.textContent).toBe("Answered");
    await key("Escape");
    expect(has("Spam")).toBe(false);
    expect(document.activeElement).toBe(control("Why"));
    await press("Why");
    await press("Not about us");
    expect(onPick).toHaveBeenCalledWith("Not about us");
    expect(document.activeElement).toBe(control("Why"));
  });

  test("closes when the focus goes elsewhere", async () => {
    await show(
      <>
        <Menu label="Why" items={items()} />
        <button type="button">Elsewhere</button>
      </>,
    );
    await press("Why");
    await act(() => control("Elsewhere").focus());
    expect(has("Spam")).toBe(false);
  });

  test("that is opened from outside only says what it would do", async () => {
    const onToggle = vi.fn();
    await show(<Menu label="Why" items={items()} open onToggle={onToggle} />);
    await key("Escape", control("Spam"));
    expect(onToggle).toHaveBeenCalledWith(false);
    expect(has("Spam")).toBe(true);
  });
});
