import { expect, test, vi } from "vitest";
import { SelfHarmNote } from "../../../components/rules/self-harm-note.tsx";
import { Area } from "../../../components/ui/area.tsx";
import { useTyped } from "../../../components/ui/use-typed.ts";
import { defaultTriageSettings } from "../../../lib/schema/triage-defaults.ts";
import { show } from "../page.ts";

const box = () => document.querySelector<HTMLTextAreaElement>("textarea, input");
const half = (text: string) => {
  const field = box();
  if (!field) throw new Error("no box");
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};

function Plain({ kept }: { kept: string }) {
  const [value, onInput] = useTyped(kept);
  return <input value={value} onInput={(event) => onInput(event.currentTarget.value)} />;
}

test("what is half typed stays when the page is drawn anew, and gives way to what is kept then", async () => {
  await show(<Plain kept="before" />);
  half("half a wo");
  await show(<Plain kept="before" />);
  expect(box()?.value).toBe("half a wo");
  await show(<Plain kept="half a word" />);
  expect(box()?.value).toBe("half a word");
});

test.each([
  ["a box of lines", () => <Area label="Words" value="" onChange={vi.fn()} />],
  ["the note on self-harm", () => <SelfHarmNote rules={defaultTriageSettings} onRules={vi.fn()} />],
])("%s keeps it too", async (_, view) => {
  await show(view());
  half("half a wo");
  await show(view());
  expect(box()?.value).toBe("half a wo");
});
