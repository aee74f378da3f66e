import { Info } from "lucide-preact";
import { afterEach, describe, expect, test, vi } from "vitest";
import { copyText } from "../../../components/ui/copy.ts";
import { type Edits, startEdits, stateOf, step, undo } from "../../../components/ui/edits.ts";
import { Icon } from "../../../components/ui/icon.tsx";
import { Mark } from "../../../components/ui/mark.tsx";
import { mountPage } from "../../../components/ui/mount.tsx";
import { NotJoined } from "../../../components/ui/not-joined.tsx";
import { Live, Notice } from "../../../components/ui/notice.tsx";
import { Others } from "../../../components/ui/others.tsx";
import { PostText } from "../../../components/ui/post-text.tsx";
import { StateMark } from "../../../components/ui/state-mark.tsx";
import { TakeButton } from "../../../components/ui/take-button.tsx";
import { HintToast, Toast } from "../../../components/ui/toast.tsx";
import { usePushing } from "../../../components/ui/use-pushing.ts";
import { Why } from "../../../components/ui/why.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { speak } from "../../support/language.ts";
import { control, has, pageText, press, show } from "../page.ts";
import { mention } from "../samples.ts";

test("pictures are decoration: what they mean is said beside them", async () => {
  await show(
    <>
      <Icon of={Info} turns />
      <Mark size={28} />
    </>,
  );
  expect(document.querySelector("svg")?.getAttribute("aria-hidden")).toBe("true");
  expect(document.querySelector("svg")?.classList.contains("turns")).toBe(true);
  expect(document.querySelector("img")?.alt).toBe("");
});

test("a notice has the way back beside it where there is one", async () => {
  const onUndo = vi.fn();
  await show(<Notice onUndo={onUndo}>Done.</Notice>);
  await press("Undo");
  expect(onUndo).toHaveBeenCalledOnce();
  await show(<Notice tone="danger">No.</Notice>);
  expect(has("Undo")).toBe(false);
  expect(document.querySelector(".notice")?.getAttribute("data-tone")).toBe("danger");
});

test("the same words are said anew when they are said again", async () => {
  await show(<Live text="No." count={1} />);
  const first = document.querySelector("[role=status] span");
  await show(<Live text="No." count={1} />);
  expect(document.querySelector("[role=status] span")).toBe(first);
  await show(<Live text="No." count={2} />);
  expect(document.querySelector("[role=status] span")).not.toBe(first);
  await show(<HintToast hint={{ text: "Nothing new waits.", count: 1 }} />);
  expect(document.querySelector(".toast")?.textContent).toBe("Nothing new waits.");
});

test("what failed is told so, and cannot be undone", async () => {
  await show(<Toast toast={{ text: "It did not work.", failed: true }} />);
  expect(document.querySelector(".notice")?.getAttribute("data-tone")).toBe("danger");
  expect(has("Undo")).toBe(false);
});

test("before joining one sentence and the way, after leaving that it was left", async () => {
  const onJoin = vi.fn();
  await show(<NotJoined session={{}} left={null} why="See posts here." onJoin={onJoin} />);
  expect(pageText()).toContain("See posts here.");
  await press("Join with an invitation");
  expect(onJoin).toHaveBeenCalledOnce();
  await show(<NotJoined session={{}} left="Acme Friends" why="See posts here." onJoin={onJoin} />);
  expect(pageText()).toContain("You left Acme Friends");
  expect(pageText()).not.toContain("See posts here.");
});

test.each([
  ["signed_out", "This device was signed out.", true],
  ["member_removed", "You're no longer a member", true],
  ["member_paused", "An admin paused your place here.", false],
] as const)("of a device that is not let in (%s), by whom, why, and the way where there is one", async (code, said, mayJoin) => {
  await show(<NotJoined session={{ shutOut: { code, workspace: "Acme Friends" } }} left={null} why="See posts here." onJoin={() => {}} />);
  expect(pageText()).toContain("Acme Friends");
  expect(pageText()).toContain(said);
  expect(has("Join with an invitation")).toBe(mayJoin);
});

describe("who else is there", () => {
  test.each([
    [[], ""],
    [[{ name: "Kit", doing: "looking" }], "Kit is looking at it"],
    [[{ name: "Kit", doing: "writing" }], "Kit is writing"],
    [
      [
        { name: "Kit", doing: "writing" },
        { name: "Ada", doing: "looking" },
      ],
      "Kit is writing, and 1 more",
    ],
  ] as const)("%o", async (people, text) => {
    await show(<Others people={people} />);
    expect(pageText()).toBe(text);
  });
});

test("a post's words have what it was found by marked, with the way there", async () => {
  const onOpenPost = vi.fn();
  const post = mention();
  await show(<PostText mention={post} onOpenPost={onOpenPost} />);
  expect([...document.querySelectorAll("mark")].map(({ textContent }) => textContent)).toEqual(["Acme", "pairing"]);
  await press("Open the post");
  expect(onOpenPost).toHaveBeenCalledWith(post.permalink);
  await show(<PostText mention={{ ...post, permalink: null }} onOpenPost={onOpenPost} />);
  expect(has("Open the post")).toBe(false);
});

describe("a state", () => {
  test("is said in words; who answers is named, or someone", async () => {
    await show(<StateMark badge={{ state: "other", who: "Linh" }} />);
    expect(pageText()).toBe("Linh is answering");
    await show(<StateMark badge={{ state: "other", who: null }} />);
    expect(pageText()).toBe("Someone is answering");
  });
  test("that is only a sign is still read aloud, and shown on hover", async () => {
    await show(<StateMark badge={{ state: "needs_answer", who: null }} compact />);
    expect(document.querySelector(".sr-only")?.textContent).toBe("Needs an answer, ");
    expect(document.querySelector(".state")?.getAttribute("title")).toBe("Needs an answer");
  });
});

test("a post cannot be taken without a connection, and the button says so", async () => {
  const onTake = vi.fn();
  await show(<TakeButton isBusy={false} isOffline onTake={onTake} />);
  await press("I'll answer");
  expect(onTake).not.toHaveBeenCalled();
  const why = document.getElementById(control("I'll answer").getAttribute("aria-describedby") ?? "");
  expect(why?.textContent).toBe("Taking a post needs a connection.");
  await show(<TakeButton isBusy={false} isOffline={false} onTake={onTake} />);
  await press("I'll answer");
  expect(onTake).toHaveBeenCalledOnce();
});

test("why a post is here is one sentence; the rest is for those who ask", async () => {
  const proposed = mention({ opinions: [{ wish: "dismiss", value: "spam", note: null, isMine: false }] });
  await show(<Why mention={proposed} />);
  const hidden = () => document.querySelector("[hidden]");
  expect(hidden()).not.toBeNull();
  expect(pageText()).toContain("One says: not for us");
  await press("why");
  expect(hidden()).toBeNull();
});

describe("edits", () => {
  const from: Edits<string> = startEdits(4, "a");
  test("stand on what they are based on, and go back one by one", () => {
    const twice = step(step(from, "b"), "c");
    expect([stateOf(from), stateOf(twice), stateOf(undo(twice)), stateOf(undo(undo(undo(twice))))]).toEqual(["a", "c", "b", "a"]);
  });
  test("that go on with a step are one step", () => {
    expect(stateOf(undo(step(step(from, "b"), "bc", true)))).toBe("a");
  });
  test("are kept for a hundred steps", () => {
    let edits = from;
    for (let count = 0; count < 150; count++) edits = step(edits, String(count));
    expect(edits.history).toHaveLength(100);
    expect(stateOf(edits)).toBe("149");
  });
});

test("pushing tells what came of it, and forgives when the edits are others", async () => {
  let now: ReturnType<typeof usePushing> | undefined;
  const Host = () => {
    now = usePushing();
    return (
      <>
        <button type="button" onClick={() => void now?.push(async () => "Live.")}>
          good
        </button>
        <button type="button" onClick={() => void now?.push(async () => Promise.reject(new FanswerError("forbidden")))}>
          bad
        </button>
        <button type="button" onClick={() => now?.forgive()}>
          edit
        </button>
      </>
    );
  };
  await show(<Host />);
  await press("good");
  expect(now).toMatchObject({ pushed: "Live.", problem: null, pushing: false });
  await press("bad");
  expect(now).toMatchObject({ pushed: "Live.", problem: "forbidden", pushing: false });
  await press("edit");
  expect(now?.problem).toBeNull();
});

describe("the clipboard", () => {
  afterEach(() => vi.unstubAllGlobals());
  const withClipboard = (writeText: () => Promise<void>) => vi.stubGlobal("navigator", { ...navigator, clipboard: { writeText } });

  test("is used where the page lets us", async () => {
    const writeText = vi.fn(async () => {});
    withClipboard(writeText);
    await copyText("Hi", document);
    expect(writeText).toHaveBeenCalledWith("Hi");
  });

  test("is reached by a selection where it does not, and the focus stays where it was", async () => {
    withClipboard(async () => Promise.reject(new Error("not allowed")));
    await show(<input aria-label="Mine" />);
    control("Mine").focus();
    let selected = "";
    document.execCommand = () => {
      selected = document.querySelector("textarea")?.value ?? "";
      return true;
    };
    await copyText("Hi", document);
    expect(selected).toBe("Hi");
    expect(document.activeElement).toBe(control("Mine"));
    expect(document.querySelector("textarea")).toBeNull();
    document.execCommand = () => false;
    await expect(copyText("Hi", document)).rejects.toThrow("not allowed");
  });
});

test("a page of ours is in the interface's language and direction", async () => {
  const back = await speak("he");
  const page = document.implementation.createHTMLDocument();
  await mountPage(page, () => "Fanswer", <p>hi</p>);
  back();
  expect([page.documentElement.lang, page.documentElement.dir, page.title, page.body.textContent]).toEqual(["he", "rtl", "Fanswer", "hi"]);
});
