import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import { Difference } from "../../../components/keywords/difference.tsx";
import { changeList, changesOf, startList } from "../../../components/keywords/edits.ts";
import { Merged } from "../../../components/keywords/merged.tsx";
import { Versions } from "../../../components/keywords/versions.tsx";
import { listDifference } from "../../../lib/detect/lists/list-difference.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { versionActions } from "../actions.ts";
import { pageText, pick, press, show } from "../page.ts";
import { keywordList } from "../samples.ts";

const [first, second] = keywordList.entries as [(typeof keywordList.entries)[0], (typeof keywordList.entries)[0]];

/** Opens what is folded, as a press on its line does. */
const unfold = () =>
  act(async () => {
    const details = document.querySelector("details");
    if (details) details.open = true;
    details?.dispatchEvent(new Event("toggle"));
    await new Promise((resolve) => setTimeout(resolve));
  });

describe("the versions of a list", () => {
  test("are asked for when they are opened, and say who, when and how long", async () => {
    const list = vi.fn(versionActions().list);
    await show(<Versions list={keywordList} actions={versionActions({ list })} hasEdits={false} />);
    expect(list).not.toHaveBeenCalled();
    await unfold();
    expect(pageText()).toContain("Version 4 · 4 keywords · live now");
    expect(pageText()).toContain("Version 3 · 2 keywords · as version 1 was");
    expect(pageText()).toContain("Linh, ");
    expect(pageText()).toContain("Version 2 · the list was deleted");
    expect(pageText()).toContain("Nobody who is still here, ");
    expect(pageText()).not.toContain("Go back to version 2");
    expect(pageText()).not.toContain("Go back to version 4");
  });

  test("are compared with the live one, or any two of them", async () => {
    const read = vi.fn(versionActions().read);
    await show(<Versions list={keywordList} actions={versionActions({ read })} hasEdits={false} />);
    await unfold();
    await press("Compare version 3");
    expect(read.mock.calls).toEqual([["l-1", 3]]);
    expect(pageText()).toContain("Added: 2");
    await pick("To", "2");
    expect(pageText()).toContain("They say the same.");
  });

  test("are gone back to after a question, on top of the live one", async () => {
    const restore = vi.fn(versionActions().restore);
    await show(<Versions list={keywordList} actions={versionActions({ restore })} hasEdits />);
    await unfold();
    await press("Go back to version 3");
    expect(restore).not.toHaveBeenCalled();
    expect(pageText()).toContain("What you edited here and did not push stays");
    await press("Go back to version 3");
    expect(restore.mock.calls).toEqual([[{ listId: "l-1", baseVersion: 4, version: 3 }]]);
    expect(pageText()).toContain("The list is as it was in version 3 again.");
  });

  test("that cannot be had say what to do", async () => {
    const list = async () => Promise.reject(new FanswerError("server_unreachable"));
    await show(<Versions list={keywordList} actions={versionActions({ list })} hasEdits={false} />);
    await unfold();
    expect(pageText()).toContain("nothing was sent");
  });
});

describe("a push under one's edits", () => {
  const base = { ...keywordList, entries: [first, second] };
  const live = { ...keywordList, version: 5, entries: [{ ...first, text: "@theirs" }, second, { ...second, id: "e-9", text: "added" }] };
  const changes = changesOf(changeList(startList(4, base), { entries: [{ ...first, text: "@ours" }, second] }));

  test("is shown with who pushed, what became another, and what both changed", async () => {
    const onEdits = vi.fn();
    const edits = changeList(startList(5, live), { entries: [{ ...first, text: "@ours" }, ...live.entries.slice(1)] });
    const versions = versionActions({
      read: async () => base,
      list: async () => [{ version: 5, name: "Acme", at: live.updatedAt, size: 3, by: "Linh", restored: null }],
    });
    await show(<Merged merge={{ version: 5, since: 4, changes }} {...{ list: live, edits, versions, onEdits }} />);
    expect(pageText()).toContain("Somebody pushed version 5 meanwhile.");
    await press("See what changed");
    expect(pageText()).toContain("Pushed by Linh.");
    expect(pageText()).toContain("Added: 1");
    expect(pageText()).toContain("@theirs (Keyword: @acme → @theirs)");
    expect(pageText()).toContain("Yours: @ours (Shown as: Acme). Theirs: @theirs (Shown as: Acme).");
    await press("Take theirs");
    expect(onEdits.mock.calls[0]?.[0].history.at(-1).entries[0].text).toBe("@theirs");
  });
});

describe("a difference", () => {
  test("tells the name, what the list does, and what stands in a field", async () => {
    const to = { name: "Games", negative: true, entries: [{ ...first, label: null, mustNear: ["case", "lid"], leet: true }] };
    await show(<Difference difference={listDifference({ ...keywordList, entries: [first, second] }, to)} />);
    expect(pageText()).toContain("It was called “Acme” and is called “Games”.");
    expect(pageText()).toContain("It found posts and now leaves them out.");
    expect(pageText()).toContain("Removed: 1");
    expect(pageText()).toContain("Shown as: Acme → nothing; Only near: nothing → case, lid; Also with digits and signs: nothing → yes");
  });

  test("of many names a hundred, and counts the rest", async () => {
    const entries = Array.from({ length: 102 }, (_, index) => ({ ...first, id: `n${index}`, text: `word ${index}` }));
    await show(<Difference difference={listDifference({ name: "Acme", entries: [] }, { name: "Acme", entries })} />);
    expect(document.querySelectorAll(".difference-list li")).toHaveLength(100);
    expect(pageText()).toContain("And 2 more.");
  });
});
