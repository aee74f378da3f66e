import { expect, test, vi } from "vitest";
import { ForumTaken } from "../../../components/forum/forum-progress.tsx";
import { acmeForum } from "../actions.ts";
import { has, pageText, press, show } from "../page.ts";
import { at } from "../samples.ts";

const under = { stage: null, beganAt: at(-600), endedAt: at(-595), nextAt: at(840), problem: null, status: null } as const;
const onNow = vi.fn();
const page = (parts: Partial<typeof acmeForum> = {}) => show(<ForumTaken forum={{ ...acmeForum, ...parts }} onNow={onNow} />);

test("what was taken over is counted, with when it was, and whose account is gone", async () => {
  await page();
  expect(pageText()).toContain("Taken over from Acme Forum");
  expect(pageText()).toContain("212 answers. 8214 accounts.");
  expect(pageText()).toMatch(/Last finished: .+ Next: /);
  expect(pageText()).toContain("stay members here until you decide: Noor");
  await press("Take over now");
  expect(onNow).toHaveBeenCalledOnce();
});

test("what is read now, or went wrong, is said in words", async () => {
  await page({ progress: null });
  expect(pageText()).toContain("It begins within a minute.");
  expect(has("Take over now")).toBe(false);
  await page({ progress: { ...under, stage: "topics", endedAt: null } });
  expect(pageText()).toContain("It was not finished yet. Looking for solved topics.");
  await page({ progress: { ...under, problem: "auth", status: 403 } });
  expect(pageText()).toContain("It does not accept the key. It is tried again:");
});

test("nothing stands there where nothing is taken over; names are words", async () => {
  await page({ takesTopics: false, takesAccounts: false });
  expect(pageText()).toBe("");
  await page({ name: "<b>x</b>", gone: [{ id: "m", name: "<img src=x>" }] });
  expect(document.querySelector("b, img")).toBeNull();
  expect(pageText()).toContain("<img src=x>");
});
