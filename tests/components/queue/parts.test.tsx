import { createRef } from "preact";
import { describe, expect, test, vi } from "vitest";
import { AddPost } from "../../../components/queue/add-post.tsx";
import { ClockText } from "../../../components/queue/clock-text.tsx";
import { Connection } from "../../../components/queue/connection.tsx";
import { Approved, FinishFirst } from "../../../components/queue/first-things.tsx";
import { NextCard } from "../../../components/queue/next-card.tsx";
import { NextForYou } from "../../../components/queue/next-for-you.tsx";
import { PageHead } from "../../../components/queue/page-head.tsx";
import { PopupHead } from "../../../components/queue/popup-head.tsx";
import { PutOffNote } from "../../../components/queue/put-off-note.tsx";
import { SetAsideList } from "../../../components/queue/set-aside-list.tsx";
import { useOneThing } from "../../../components/queue/use-doing.ts";
import { Yours } from "../../../components/queue/yours.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { Outbox, SetAside } from "../../../lib/state/store-state.ts";
import { popupActions } from "../actions.ts";
import { control, has, pageText, press, show, type } from "../page.ts";
import { ada, at, heldBy, mention, noonMs, noor } from "../samples.ts";

const outbox = (parts: Partial<Outbox> = {}): Outbox => ({ waiting: 0, setAside: [], problem: null, ...parts });
const refused: SetAside = { operationId: "o-1", code: "forbidden", text: "My words" } as SetAside;

describe("the connection", () => {
  test.each<[Partial<Outbox>, string, string]>([
    [{}, "good", "All sent"],
    [{ waiting: 2 }, "waiting", "2 not yet sent"],
    [{ problem: "server_unreachable" }, "waiting", "No connection"],
    [{ setAside: [refused] }, "danger", "1 was refused"],
    [{ setAside: [refused], waiting: 1 }, "danger", "1 was refused, 1 not yet sent"],
  ])("%o: %s", async (parts, level, words) => {
    await show(<Connection outbox={outbox(parts)} />);
    const line = document.querySelector(".connection");
    expect(line?.getAttribute("data-level")).toBe(level);
    expect(document.querySelector(".connection-words")?.textContent).toBe(words);
    expect(line?.getAttribute("title")?.startsWith(words)).toBe(true);
  });

  test("stands in the head with whose community it is", async () => {
    await show(
      <PageHead workspace={{ name: "Acme Friends" }} outbox={outbox({ waiting: 1 })}>
        <button type="button">More</button>
      </PageHead>,
    );
    expect(document.querySelector("h1")?.textContent).toBe("Acme Friends");
    expect(pageText()).toContain("1 not yet sent");
    expect(has("More")).toBe(true);
  });
});

test("the popup's menu leads where this member may go", async () => {
  const openPage = vi.fn();
  const head = (member: typeof noor) => (
    <PopupHead workspace={{ name: "Acme" }} member={member} outbox={outbox()} actions={popupActions({ openPage })} onAdd={() => {}} />
  );
  await show(head(noor));
  await press("Menu");
  expect([has("Open the side panel"), has("Admin page"), has("Settings")]).toEqual([false, false, true]);
  await show(head(ada));
  expect([has("Open the side panel"), has("Admin page")]).toEqual([true, true]);
  await press("Admin page");
  expect(openPage).toHaveBeenCalledWith("admin");
});

describe("the clock", () => {
  const clock = (minutes: number, parts = {}) => show(<ClockText mention={mention({ dueAt: at(minutes) })} nowMs={noonMs} {...parts} />);
  test("is quiet while it runs, and red with its words when it is over", async () => {
    await clock(72);
    expect(document.querySelector(".quiet")).not.toBeNull();
    await clock(-5, { short: true });
    expect(document.querySelector("[data-tone=danger]")).not.toBeNull();
  });
  test("in short is the time alone, and read aloud whole", async () => {
    await clock(72, { short: true });
    const [seen, heard] = [document.querySelector("[aria-hidden=true]")?.textContent, document.querySelector(".sr-only")?.textContent];
    expect(seen).not.toBe("");
    expect(heard?.length).toBeGreaterThan(seen?.length ?? 0);
  });
  test("of what nobody has to answer is none", async () => {
    await show(<ClockText mention={mention({ status: "answered" })} nowMs={noonMs} />);
    expect(pageText()).toBe("");
  });
});

describe("what waits for its time", () => {
  test("is said as long as it waits", async () => {
    await show(<PutOffNote untilMs={noonMs + 60_000} nowMs={noonMs} />);
    expect(pageText()).toContain("That was a lot for one hour.");
    for (const untilMs of [null, undefined, noonMs]) {
      await show(<PutOffNote untilMs={untilMs} nowMs={noonMs} />);
      expect(pageText()).toBe("");
    }
  });
});

test("what was refused stays with its words, and goes only when it is asked for twice", async () => {
  const [onRetry, onDiscard] = [vi.fn(), vi.fn()];
  await show(<SetAsideList items={[refused]} onRetry={onRetry} onDiscard={onDiscard} />);
  expect(pageText()).toContain("My words");
  await press("Try again");
  expect(onRetry).toHaveBeenCalledWith("o-1");
  await press("Let it go");
  expect(onDiscard).not.toHaveBeenCalled();
  await press("Let it go for good");
  expect(onDiscard).toHaveBeenCalledWith("o-1");
});

describe("adding a post", () => {
  const adding = async (addPost = vi.fn(async () => ({ mention: mention(), isNew: true }))) => {
    const onAdded = vi.fn();
    await show(<AddPost addPost={addPost} onAdded={onAdded} onClose={() => {}} />);
    return { addPost, onAdded };
  };

  test("takes a link and the words; what is no link is said at once", async () => {
    const { addPost, onAdded } = await adding();
    await type("Link to the post", "forum");
    expect(pageText()).toContain("This is no link to a page.");
    await press("Add it");
    expect(addPost).not.toHaveBeenCalled();
    await type("Link to the post", " https://forum.example/t/1 ");
    await type("What it says", " It beeps ");
    await press("Add it");
    expect(addPost).toHaveBeenCalledWith({ link: "https://forum.example/t/1", text: "It beeps", author: "" });
    expect(onAdded).toHaveBeenCalledOnce();
  });

  test("that the background refuses keeps what was typed", async () => {
    const { onAdded } = await adding(vi.fn(async () => Promise.reject(new FanswerError("malformed"))));
    await type("Link to the post", "https://forum.example/t/1");
    await type("What it says", "It beeps");
    await press("Add it");
    expect(document.querySelector(".notice")?.textContent).toContain("This is no link to a page.");
    expect(control<HTMLTextAreaElement>("What it says").value).toBe("It beeps");
    expect(onAdded).not.toHaveBeenCalled();
  });
});

describe("first things first", () => {
  const author = { id: noor.id, name: noor.name };
  const draft = (status: "approved" | "in_review" | "writing") => ({ text: "Hold the button", status, author, updatedAt: at(-1) });

  test("an approved answer leads to its post", async () => {
    const [onGoOn, post] = [vi.fn(), mention({ ...heldBy(noor), draft: draft("approved") })];
    await show(<Approved mentions={[post]} onGoOn={onGoOn} />);
    expect(pageText()).toContain("Hold the button");
    await press("Go to the post");
    expect(onGoOn).toHaveBeenCalledWith(post);
  });

  test("one goes on with what is in one's own hands; else others have it", async () => {
    const onGoOn = vi.fn();
    const [theirs, mine] = [mention({ draft: draft("in_review") }), mention({ draft: draft("writing") })];
    await show(<FinishFirst mentions={[theirs, mine]} onGoOn={onGoOn} />);
    await press("Go on with it");
    expect(onGoOn).toHaveBeenCalledWith(mine);
    await show(<FinishFirst mentions={[theirs]} onGoOn={onGoOn} />);
    expect(pageText()).toContain("Your answer is with those who read it first.");
  });
});

describe("the next one", () => {
  const shared = { nowMs: noonMs, isBusy: false, isOffline: false, cardRef: createRef<HTMLElement>() };
  const [one, two, foreign] = ["One", "Two", "Drei"].map((excerpt) => mention({ excerpt }));
  if (!one || !two || !foreign) throw new Error("three posts");

  test("is offered with its reason, to be taken or passed on", async () => {
    const [onTake, onPass] = [vi.fn(), vi.fn()];
    await show(<NextCard {...shared} mention={one} others={[{ name: "Kit", doing: "looking" }]} onTake={onTake} onPass={onPass} />);
    expect(pageText()).toContain("Kit is looking at it");
    expect(has("Another one")).toBe(false);
    await press("I'll answer");
    await press("Not for me");
    expect([onTake.mock.calls.length, onPass.mock.calls.length]).toEqual([1, 1]);
  });

  test("can be leafed through, round and round, and in other languages when asked for", async () => {
    const offers = { own: [one, two], others: [foreign] };
    await show(
      <NextForYou {...shared} offers={offers} added={null} peopleAt={() => []} onTake={() => {}} onPass={() => {}} onBrowse={() => {}} />,
    );
    const text = () => document.querySelector(".next-text")?.textContent;
    expect(text()).toBe("One");
    await press("Another one");
    expect(text()).toBe("Two");
    await press("Another one");
    expect(text()).toBe("One");
    await press("Other languages");
    expect(text()).toBe("Drei");
    await press("Your languages");
    expect(text()).toBe("One");
  });

  test("is first what the member added", async () => {
    await show(
      <NextForYou
        {...shared}
        offers={{ own: [one], others: [] }}
        added={two}
        peopleAt={() => []}
        onTake={() => {}}
        onPass={() => {}}
        onBrowse={() => {}}
      />,
    );
    expect(document.querySelector(".next-text")?.textContent).toBe("Two");
  });
});

test("what one is on says how long it is still one's own; one opens in place", async () => {
  const [one, two] = [mention(heldBy(noor)), mention(heldBy(noor, 2))];
  const onToggle = vi.fn();
  const Answering = ({ mention: post }: { mention: { id: string } }) => <p>answering {post.id}</p>;
  await show(
    <Yours
      mentions={[one, two]}
      nowMs={noonMs}
      waiting={0}
      openId={two.id}
      onToggle={onToggle}
      Answering={Answering}
      onLeave={() => {}}
      onPosted={() => {}}
    />,
  );
  expect(pageText()).toContain(`answering ${two.id}`);
  expect(pageText()).not.toContain(`answering ${one.id}`);
  expect([...document.querySelectorAll("[data-tone=mine]")].map(({ textContent }) => textContent)).toEqual(["8:42", "2:00"]);
  document.querySelector("button")?.click();
  expect(onToggle).toHaveBeenCalledWith(one.id);
});

test("one thing is done at a time, and why not is a sentence", async () => {
  let now: ReturnType<typeof useOneThing> | undefined;
  const Host = () => {
    now = useOneThing();
    return (
      <button type="button" onClick={() => void now?.doing(async () => Promise.reject(new FanswerError("server_unreachable")))}>
        take
      </button>
    );
  };
  await show(<Host />);
  await press("take");
  expect(now).toMatchObject({ isBusy: false, problem: "Taking a post needs a connection." });
});
