import { describe, expect, test, vi } from "vitest";
import { BoardHead } from "../../../components/triage/board-head.tsx";
import { BoardNotes } from "../../../components/triage/board-notes.tsx";
import { CalibrationLine, causeOf } from "../../../components/triage/calibration.tsx";
import { DriftNotes, UnreadNote } from "../../../components/triage/drift-notes.tsx";
import { Facts } from "../../../components/triage/facts.tsx";
import { noFilter } from "../../../components/triage/filter.ts";
import { FilterBar } from "../../../components/triage/filter-bar.tsx";
import { History } from "../../../components/triage/history.tsx";
import { KeyHelp } from "../../../components/triage/key-help.tsx";
import { Overruled } from "../../../components/triage/overruled.tsx";
import { People, UnusualNote } from "../../../components/triage/people.tsx";
import { ReasonList } from "../../../components/triage/reason-list.tsx";
import { ScoreList } from "../../../components/triage/scores.tsx";
import type { Doings } from "../../../lib/schema/doings.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { HistoryEntry, Mention } from "../../../lib/schema/mention.ts";
import type { Triage } from "../../../lib/schema/triage.ts";
import { choose, control, has, pageText, press, show } from "../page.ts";
import { angry, at, calibration, calm, corrected, linh, mention, noonMs, noor, sam } from "../samples.ts";

describe("what sent a post to staff", () => {
  test.each<[Triage["route"], Triage["kind"], ReturnType<typeof causeOf>]>([
    ["community", "complaint", null],
    ["first_line", "complaint", "anger"],
    ["first_line", "threat", "threat"],
    ["second_line", "question", "technical"],
  ])("%s, %s: %s", (route, kind, cause) => {
    expect(causeOf({ route, kind, hazard: "none" })).toBe(cause);
  });
  test("danger before whatever else it is", () => {
    expect(causeOf({ route: "first_line", kind: "threat", hazard: "violence" })).toBe("danger");
    expect(causeOf({ route: "first_line", kind: "complaint", hazard: "legal" })).toBe("anger");
  });
});

describe("how often triage was right", () => {
  test("in a sentence with what it is counted from", async () => {
    await show(<CalibrationLine calibration={calibration} cause="anger" />);
    expect(pageText()).toContain("Of 100 posts sent to you as angry, 86 were.");
    expect(pageText()).toContain("86 of 100 were right. Staff said so of 49, and answered 51 without a change.");
    expect(pageText()).toContain("Staff found 3 more that were not sent.");
  });
  test("is not said of a few", async () => {
    await show(<CalibrationLine calibration={calibration} cause="threat" />);
    expect(pageText()).toMatch(/^Not enough yet to say how often “threat” is right \(7 of \d+ posts\)\.$/);
    await show(<CalibrationLine calibration={null} cause="threat" />);
    expect(pageText()).toContain("(0 of");
  });
});

describe("scores", () => {
  const facts = (row: Mention, overrule = vi.fn(async () => {})) =>
    show(<Facts mention={row} calibration={calibration} actions={{ overrule }} menu={null} onMenu={() => {}} />);

  test("stand below the reason; what is unclear is said so", async () => {
    await facts(mention({ triage: { ...angry, reasons: [...angry.reasons, { code: "unsure", words: [], value: null }] } }));
    expect(pageText()).toContain("Fanswer is not sure about this one.");
    expect(pageText()).toContain("Of 100 posts sent to you as angry");
    await facts(mention());
    expect(pageText()).not.toContain("Fanswer is not sure");
    expect(pageText()).not.toContain("Of 100 posts");
  });

  test("each is the way to correct it", async () => {
    const overrule = vi.fn(async () => {});
    const row = mention();
    await show(<ScoreList mention={row} actions={{ overrule }} menu="overrule" onMenu={() => {}} />);
    expect(control("Anger:").getAttribute("aria-expanded")).toBe("true");
    await press("not angry");
    expect(overrule).toHaveBeenCalledWith(row, "anger", 0);
  });

  test("the words that speak for one stand beside it, until somebody corrected it", async () => {
    await show(<ScoreList mention={mention({ triage: angry })} actions={{ overrule: async () => {} }} menu={null} onMenu={() => {}} />);
    expect(pageText()).toContain("third time");
    await show(<ScoreList mention={mention(corrected)} actions={{ overrule: async () => {} }} menu={null} onMenu={() => {}} />);
    expect(pageText()).not.toContain("third time");
    expect(pageText()).toContain("Changed by Sam Brook: a little angry");
  });

  test("a correction says who made it and what it was, or that it was confirmed, and goes back", async () => {
    const onBack = vi.fn();
    const by = { id: sam.id, name: sam.name };
    await show(<Overruled overrule={{ field: "anger", value: 1, was: 0.1, by, at: at(-1) }} onBack={onBack} />);
    expect(pageText()).toContain("Changed by Sam Brook: angry (was");
    await press("Put back");
    expect(onBack).toHaveBeenCalledOnce();
    await show(<Overruled overrule={{ field: "kind", value: "question", was: "question", by, at: at(-1) }} onBack={onBack} />);
    expect(pageText()).toContain("Confirmed by Sam Brook");
  });

  test("a reason has its score behind it, but not a count of readers", async () => {
    await show(<ReasonList reasons={calm.reasons} />);
    expect(document.querySelectorAll("li")).toHaveLength(3);
    expect(document.querySelectorAll("li .quiet")).toHaveLength(0);
    await show(<ReasonList reasons={angry.reasons} />);
    expect([...document.querySelectorAll("li .quiet")].map(({ textContent }) => textContent)).toEqual(["0.83", "0.90"]);
  });
});

describe("the history", () => {
  const entry: HistoryEntry = { at: at(-3), who: sam.name, action: "mention.dismiss", detail: { reason: "spam" } };

  test("is asked for anew with every change, and nothing is said without a connection", async () => {
    const ask = vi.fn(async () => [entry]);
    await show(<History mentionId="x:1" revision={1} ask={ask} />);
    expect(pageText()).toContain("So far");
    expect(pageText()).toContain("Sam Brook");
    await show(<History mentionId="x:1" revision={2} ask={ask} />);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  test("is not there without a connection", async () => {
    await show(<History mentionId="x:1" revision={1} ask={async () => Promise.reject(new FanswerError("server_unreachable"))} />);
    expect(pageText()).toBe("");
  });
});

describe("what is wrong with the whole queue", () => {
  const notes = (parts: Partial<Parameters<typeof BoardNotes>[0]>) =>
    show(<BoardNotes isOffline={false} mentions={[]} drifts={[]} unread={null} {...parts} />);
  const rough: Triage = { ...calm, reasons: [{ code: "rules_only", words: [], value: null }] };

  test("no connection", async () => {
    await notes({ isOffline: true });
    expect(pageText()).toContain("You're offline.");
  });

  test("rough scores, while the latest post that waits has them", async () => {
    const [old, young] = [mention({ firstSeenAt: at(-60) }), mention({ firstSeenAt: at(-1) })];
    await notes({ mentions: [old, { ...young, triage: rough }] });
    expect(pageText()).toContain("scored by word lists alone");
    await notes({ mentions: [{ ...old, triage: rough }, young] });
    expect(pageText()).toBe("");
    await notes({ mentions: [old, { ...young, triage: rough, status: "answered" }] });
    expect(pageText()).toBe("");
  });

  test("sites that are read badly, and what this version cannot read", async () => {
    await show(
      <DriftNotes
        drifts={[{ site: "x", readable: 3, posts: 20, missing: ["author", "time"], at: at(-5) }]}
        unread={{ version: "1", count: 4, places: ["mention"], sinceMs: noonMs }}
      />,
    );
    expect(pageText()).toContain("Fanswer reads only 3 of 20 posts on X. Missing: author, time.");
    expect(pageText()).toContain("4 things that the server sent cannot be read");
    await show(<UnreadNote unread={null} />);
    expect(pageText()).toBe("");
  });
});

describe("the filter", () => {
  const posts = [mention({ triage: { ...calm, lang: "nb" } }), mention({ triage: { ...calm, lang: "en" } })];
  const values = (label: string) =>
    [...document.querySelectorAll(`select[aria-label="${label}"] option`)].map((each) => each.getAttribute("value"));

  test("offers what there is, and what is chosen although there is none of it any more", async () => {
    const onFilter = vi.fn();
    await show(<FilterBar filter={{ ...noFilter, lang: "he" }} mentions={posts} onFilter={onFilter} />);
    expect(values("All languages")).toEqual(["", "en", "he", "nb"]);
    expect(values("All sites")).toEqual(["", "x"]);
    await choose("All languages", "nb");
    expect(onFilter).toHaveBeenLastCalledWith({ ...noFilter, lang: "nb" });
    await choose("All lines", "second_line");
    expect(onFilter).toHaveBeenLastCalledWith({ ...noFilter, lang: "he", route: "second_line" });
    await press("Nobody's");
    expect(onFilter).toHaveBeenLastCalledWith({ ...noFilter, lang: "he", unassigned: true });
    await press("Show all");
    expect(onFilter).toHaveBeenLastCalledWith(noFilter);
  });

  test("has nothing to show again while nothing is hidden", async () => {
    await show(<FilterBar filter={noFilter} mentions={posts} onFilter={() => {}} />);
    expect(has("Show all")).toBe(false);
  });
});

test("the head leads to all that is for the whole queue", async () => {
  const does = { onNext: vi.fn(), onAdd: vi.fn(), onHelp: vi.fn(), onPeople: vi.fn() };
  await show(<BoardHead workspace={{ name: "Acme Friends" }} outbox={{ waiting: 0, setAside: [], problem: null }} {...does} />);
  for (const name of ["Take the next best", "What members did in the last day", "Add a post by its link", "Keys"]) await press(name);
  expect(Object.values(does).map((each) => each.mock.calls.length)).toEqual([1, 1, 1, 1]);
});

test("the list of keys is a dialog that closes by its button, by ? and by a press beside it", async () => {
  const onClose = vi.fn();
  await show(<KeyHelp onClose={onClose} />);
  const dialog = document.querySelector("dialog");
  expect(dialog?.open).toBe(true);
  expect(dialog?.textContent).toContain("Correct a score");
  await press("Close");
  expect(dialog?.open).toBe(false);
  dialog?.showModal();
  dialog?.dispatchEvent(new KeyboardEvent("keydown", { key: "?", bubbles: true }));
  expect(dialog?.open).toBe(false);
  dialog?.showModal();
  dialog?.click();
  expect(dialog?.open).toBe(false);
});

describe("people", () => {
  const done = { dismissed: 0, handedOn: 2, broughtBack: 0, answered: 5, reported: 0, sentBack: 0 };
  const doings = (member: typeof noor, unusual: Doings["unusual"] = []): Doings => ({
    ...{ member, done, refused: 0, declined: 1, taken: 0, unusual },
  });

  test("what each did, without what they did not", async () => {
    await show(<People list={{ people: [doings(noor)], takeBacks: [] }} onTakeBack={() => {}} onUndo={() => {}} />);
    expect(pageText()).toContain("2 handed on, 5 answered, 1 declined");
    expect(pageText()).not.toContain("set aside");
    await show(<People list={{ people: [], takeBacks: [] }} onTakeBack={() => {}} onUndo={() => {}} />);
    expect(pageText()).toContain("Nobody did anything in the last day.");
  });

  test("only what is unusual is said on top, of three at most", async () => {
    const many = [doings(noor, ["many"]), doings(linh), doings(sam, ["refused"])];
    await show(<UnusualNote list={{ people: many, takeBacks: [] }} onOpen={() => {}} />);
    expect(pageText()).toContain("Something unusual: Noor Vale, Sam Brook.");
    await show(<UnusualNote list={{ people: [doings(linh)], takeBacks: [] }} onOpen={() => {}} />);
    expect(pageText()).toBe("");
  });
});
