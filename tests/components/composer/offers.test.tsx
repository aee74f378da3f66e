import { createRef } from "preact";
import { useState } from "preact/hooks";
import { expect, test, vi } from "vitest";
import type { Answering } from "../../../components/composer/actions.ts";
import { Offers } from "../../../components/composer/offers.tsx";
import { ReplyBox } from "../../../components/composer/reply-box.tsx";
import { control, has, key, pageText, press, show, type } from "../page.ts";
import { cardState, heldBy, noor, still, suggestions } from "../samples.ts";

const found = { ...suggestions[0], title: "Pairing" } as (typeof suggestions)[number];

/** The box with what is offered beside it. */
function Composer({ answering, text }: { answering: Answering; text: string }) {
  const [finding, setFinding] = useState(false);
  const box = createRef<HTMLTextAreaElement>();
  return (
    <>
      <Offers answering={answering} box={box} finding={finding} onFinding={setFinding} />
      <ReplyBox
        boxRef={box}
        {...{ text }}
        marked={[]}
        surplusFrom={null}
        lang={null}
        onType={() => {}}
        onLeave={() => {}}
        onFind={() => setFinding(true)}
      />
    </>
  );
}

async function composing(text = "") {
  const does = { pick: vi.fn(async () => {}), type: vi.fn(), find: async () => [found] };
  const flow = still({ card: cardState({ mention: heldBy(noor) }), step: "write", text });
  await show(<Composer answering={{ ...flow, ...does }} text={text} />);
  return does;
}

test("one key in the box opens the search, Enter puts the answer where the key was pressed, and the focus is back", async () => {
  const { pick } = await composing("Hi!\n");
  const box = control<HTMLTextAreaElement>("Your answer");
  box.focus();
  box.setSelectionRange(4, 4);
  await key("/");
  expect(pageText()).not.toContain("Suggestion 1");
  await type("Find an answer", "pair");
  await key("Enter");
  expect(pick).toHaveBeenCalledWith(found, 4, 4);
  expect(document.activeElement).toBe(control("Your answer"));
  expect(pageText()).toContain("Suggestion 1");
});

test("the button says the key, and pressed twice the key is typed", async () => {
  const does = await composing();
  expect(control("Find an answer").getAttribute("aria-keyshortcuts")).toBe("/");
  await press("Find an answer");
  await key("/");
  expect(does.type).toHaveBeenCalledWith("/");
  expect(has("Back to your answer")).toBe(false);
});
