import { expect, test, vi } from "vitest";
import { Card } from "../../../components/card/card.tsx";
import type { NextOffer } from "../../../lib/schema/messages.ts";
import { control, nameOf, pageText, press, show } from "../page.ts";
import { at, cardState, heldBy, mention, noonMs, noor, still } from "../samples.ts";

const markup = `<img src=x onerror="document.title='run'">\u202e\u200b`;

test("a dialog with a name, its clock, and a way out", async () => {
  const onClose = vi.fn();
  await show(<Card answering={still({ card: cardState() })} nowMs={noonMs} way="place" onClose={onClose} />);
  expect(nameOf(control("Fanswer, post by"))).toContain("Dana Kestrel");
  expect(pageText()).toContain("Question");
  expect(pageText()).toContain("1 h 12 left");
  await press("Close");
  expect(onClose).toHaveBeenCalledOnce();
});

test("a post stands on the side of its own words, whatever its author's name is written in", async () => {
  const words = "אוזניות ה־Acme שלי לא מסיימות צימוד";
  const other = mention({ id: "x:2", postId: "2", excerpt: words });
  const next = { get: async () => ({ mention: other, isFull: false }), open: async () => {} };
  const answering = still({ card: cardState({ mention: { excerpt: words, status: "answered" } }), step: "done" });
  await show(<Card answering={answering} nowMs={noonMs} way="place" onClose={() => {}} next={next} />);
  const lines = [...document.querySelectorAll(".card-post")];
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    expect(line.getAttribute("dir")).toBe("auto");
    // What stands in `bdi` is left out where the side is chosen.
    expect(line.querySelector("bdi")?.textContent).toContain("Kestrel");
    line.querySelector("bdi")?.remove();
    expect(line.textContent?.trim()).toBe(words);
  }
});

test("while it is mine: the countdown, and giving back", async () => {
  const giveBack = vi.fn(async () => {});
  const card = cardState({ mention: heldBy(noor, 9.5) });
  await show(<Card answering={{ ...still({ card, step: "write" }), giveBack }} nowMs={noonMs} way="place" onClose={() => {}} />);
  expect(document.querySelector("[role=timer]")?.textContent).toBe("9:30");
  await press("Give back");
  expect(giveBack).toHaveBeenCalledOnce();
});

test("a device whose clock is wrong counts down rightly", async () => {
  const card = cardState({ mention: heldBy(noor, 9.5), skewMs: 60_000 });
  await show(<Card answering={still({ card, step: "write" })} nowMs={noonMs - 60_000} way="place" onClose={() => {}} />);
  expect(document.querySelector("[role=timer]")?.textContent).toBe("9:30");
});

test("a stranger's name and words are text, cut, never run", async () => {
  const author = { name: markup.repeat(50), handle: null, verified: null };
  const reply = { text: "", url: null, proof: "seen", author: { id: "m", name: markup.repeat(50) }, at: at(0) } as const;
  const card = cardState({ mention: { author, excerpt: markup.repeat(1000), status: "answered", reply } });
  await show(<Card answering={still({ card })} nowMs={noonMs} way="place" onClose={() => {}} />);
  expect(document.querySelector("img")).toBeNull();
  expect(document.title).not.toBe("run");
  expect(pageText()).toContain("<img src=x");
  expect(pageText()).not.toMatch(/[\u202e\u200b]/);
  expect(nameOf(control("Fanswer, post by")).length).toBeLessThan(140);
});

test("after an answer: the next post with its everyday reason and the way there, or that none waits", async () => {
  const other = mention({ id: "x:2", postId: "2", excerpt: "Can I pair them with my tablet?" });
  const open = vi.fn(async () => {});
  const card = cardState({ mention: { status: "answered" } });
  const posted = (offer: NextOffer) =>
    show(
      <Card
        key={JSON.stringify(offer)}
        answering={still({ card, step: "done" })}
        nowMs={noonMs}
        way="place"
        onClose={() => {}}
        next={{ get: async () => offer, open }}
      />,
    );
  await posted({ mention: other, isFull: false });
  expect(pageText()).toContain("Next: Asks for help with pairing · no answer yet");
  expect(pageText()).toContain("with my tablet?");
  await press("Go to the post");
  expect(open).toHaveBeenCalledWith(other);
  await posted({ mention: null, isFull: false });
  expect(pageText()).toContain("Nothing else waits for you right now.");
  await posted({ mention: null, isFull: true });
  expect(pageText()).toContain("Finish one of them first.");
});

test("what comes next is no matter before the answer is posted", async () => {
  const get = vi.fn(async () => ({ mention: null, isFull: false }));
  const card = cardState({ mention: heldBy(noor, 9.5) });
  await show(
    <Card answering={still({ card, step: "write" })} nowMs={noonMs} way="place" onClose={() => {}} next={{ get, open: async () => {} }} />,
  );
  expect(get).not.toHaveBeenCalled();
});

test("an answer of one's own that was found wrong says why, how to put it right, and takes what came of it", async () => {
  const found = { verdict: "wrong", reason: "untrue", at: at(-1), ending: null, url: null } as const;
  const reply = { text: "Hold it.", url: null, proof: "seen", author: { id: noor.id, name: noor.name }, at: at(-9) } as const;
  const wrong = { status: "answered", reply, secondLook: { isAsked: false, found } } as const;
  const amending = { amend: "edit", onEnd: vi.fn() } as const;
  const card = (changed: object) => (
    <Card
      answering={still({ card: cardState({ mention: { ...wrong, ...changed } }) })}
      nowMs={noonMs}
      way="place"
      onClose={() => {}}
      amending={amending}
    />
  );
  await show(card({}));
  expect(pageText()).toContain("A second reader found it wrong: it says something that is not true.");
  expect(pageText()).toContain("lets you edit it");
  await press("I corrected it");
  expect(amending.onEnd).toHaveBeenCalledWith("corrected");
  await show(card({ reply: { ...reply, author: { id: "m-other", name: "Linh" } } }));
  expect(pageText()).not.toContain("A second reader found it wrong");
  await show(card({ secondLook: { isAsked: false, found: { ...found, ending: "corrected" } } }));
  expect(pageText()).not.toContain("A second reader found it wrong");
});
