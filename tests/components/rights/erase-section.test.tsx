import { expect, test, vi } from "vitest";
import type { RightsActions } from "../../../components/rights/actions.ts";
import { EraseSection } from "../../../components/rights/erase-section.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { receipt, rightsActions } from "../actions.ts";
import { has, pageText, press, show, type } from "../page.ts";

const page = (parts: Partial<RightsActions> = {}) => show(<EraseSection actions={rightsActions(parts)} />);

test("an author is looked up first; the question names what goes, and only then it is erased", async () => {
  const eraseAuthor = vi.fn<RightsActions["eraseAuthor"]>(async () => ({
    receipt,
    left: 3,
    tickets: [{ desk: "Our desk", ticket: "4711" }],
  }));
  await page({ eraseAuthor });
  await type("Handle", " @Noor ");
  await press("Look what is held");
  expect(pageText()).toMatch(/12 posts by .*@noor.* are deleted/);
  expect(eraseAuthor).not.toHaveBeenCalled();
  await press("Erase all of it");
  expect(eraseAuthor).toHaveBeenCalledExactlyOnceWith({ site: "x", author: "noor", isListed: true });
  expect(pageText()).toContain("Our desk 4711");
  expect(pageText()).toContain("3 posts are left");
  expect(pageText()).toContain("Posts: 12, drafts: 3");
});

test("somebody who is not there is said so, and may still be listed", async () => {
  await page({ lookAtAuthor: async () => ({ site: "x", handle: "noor", posts: 0, isListed: true }) });
  await type("Handle", "noor");
  await press("Look what is held");
  expect(pageText()).toContain("is held.");
  expect(has("Put on the list")).toBe(true);
  expect(pageText()).toContain("objected already");
});

test("what is no handle is said in words, and so is an empty list of receipts", async () => {
  const lookAtAuthor = async () => {
    throw new FanswerError("malformed", "author");
  };
  await page({ lookAtAuthor, listErasures: async () => ({ receipts: [] }) });
  await type("Handle", "a b");
  await press("Look what is held");
  expect(pageText()).toContain("It cannot be told who is meant.");
  expect(pageText()).toContain("Nobody was erased so far.");
});
