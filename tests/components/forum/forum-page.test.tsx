import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import type { ForumActions } from "../../../components/forum/actions.ts";
import { ForumForm } from "../../../components/forum/forum-form.tsx";
import { ForumPage } from "../../../components/forum/forum-page.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { ForumChange } from "../../../lib/schema/forum.ts";
import { acmeForum, forumActions } from "../actions.ts";
import { control, has, pageText, pick, press, show, type } from "../page.ts";

const onCopy = vi.fn(async (_: string) => {});
const page = (parts: Partial<ForumActions> = {}) => show(<ForumPage actions={forumActions(parts)} onCopy={onCopy} />);

test("a forum is set up with its address, name and secret, and not before", async () => {
  const save = vi.fn(async (_: ForumChange) => acmeForum);
  await page({ read: async () => null, save });
  expect(pageText()).toContain("discourse connect provider secrets");
  await press("Save");
  await type("Address of the forum", " https://forum.acme.example/ ");
  await type("What your members call it", "Acme Forum");
  await type("Secret that the forum shares", "too short");
  await press("Save");
  expect(save).not.toHaveBeenCalled();
  await type("Secret that the forum shares", "ten signs or more");
  await pick("Who may join", "2");
  await press("Take over solved topics");
  await press("Take over who has an account");
  await press("Save");
  await type("Key of the forum's API", "too short");
  await press("Save");
  expect(save).not.toHaveBeenCalled();
  await press("Take over who has an account");
  await type("Secret that the forum shares", "ten signs or more");
  await press("Save");
  expect(save.mock.calls).toEqual([
    [
      {
        ...{ address: "https://forum.acme.example/", name: "Acme Forum", leastTrust: 2, secret: "ten signs or more" },
        ...{ takesTopics: true, takesAccounts: false, key: null },
      },
    ],
  ]);
  expect(pageText()).toContain("12 members joined with their forum account.");
});

test("the link for the forum's members is there to be copied", async () => {
  await page();
  await press("Copy");
  expect(onCopy).toHaveBeenCalledExactlyOnceWith(acmeForum.link);
  expect(has("Copied")).toBe(true);
});

test("a secret that is there may stay, one that cannot be read or is another forum's may not", async () => {
  const onSave = vi.fn();
  const form = (hasSecret: boolean) =>
    show(<ForumForm key={String(hasSecret)} forum={{ ...acmeForum, hasSecret }} onSave={onSave} onRemove={() => {}} />);
  await form(true);
  await press("Save");
  expect(onSave).toHaveBeenCalledExactlyOnceWith({
    ...{ address: acmeForum.address, name: "Acme Forum", leastTrust: 1, secret: null },
    ...{ takesTopics: true, takesAccounts: true, key: null },
  });
  await type("Address of the forum", "https://other.example");
  expect(pageText()).toContain("the accounts are other people");
  await press("Save");
  await form(false);
  expect(pageText()).toContain("Enter it again.");
  await press("Save");
  expect(onSave).toHaveBeenCalledOnce();
});

test("removing asks first; what the server refuses is said", async () => {
  const remove = vi.fn(async () => null);
  await page({
    remove,
    save: async () => {
      throw new FanswerError("address_refused");
    },
  });
  await press("Save");
  expect(pageText()).toContain("The server may not call this address");
  await press("Disconnect the forum");
  expect(remove).not.toHaveBeenCalled();
  await press("Really disconnect?");
  expect(remove).toHaveBeenCalledOnce();
  expect(control<HTMLInputElement>("Address of the forum").value).toBe("");
});

test("while something is taken over the page asks how far it is, and then no more", async () => {
  const { progress } = acmeForum;
  if (progress === null) throw new Error("no progress");
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true, advanceTimeDelta: 1 });
  const nextAt = new Date(Date.now() + 3_600_000).toISOString();
  const states = [null, { ...progress, nextAt, stage: "accounts" as const }, { ...progress, nextAt }];
  const read = vi.fn(async () => ({ ...acmeForum, progress: states[Math.min(read.mock.calls.length, 3) - 1] ?? null }));
  await page({ read });
  expect(pageText()).toContain("It begins within a minute.");
  for (let asked = 0; asked < 3; asked += 1) await act(async () => void (await vi.advanceTimersByTimeAsync(5_000)));
  expect(read).toHaveBeenCalledTimes(3);
  expect(pageText()).toContain("Next:");
  vi.useRealTimers();
});
