import { expect, test, vi } from "vitest";
import { NoPosts } from "../../../components/queue/no-posts.tsx";
import { roleText } from "../../../lib/i18n/role-text.ts";
import { popupActions } from "../actions.ts";
import { control, has, pageText, press, show } from "../page.ts";
import { noor } from "../samples.ts";

const outbox = { waiting: 0, setAside: [], problem: null };
const popup = (role: string, openPage = vi.fn()) =>
  show(<NoPosts workspace={{ name: "Acme Friends" }} member={{ ...noor, role }} outbox={outbox} actions={popupActions({ openPage })} />);

test("who reads figures only is led to them, and adds no posts", async () => {
  const openPage = vi.fn();
  await popup("analyst", openPage);
  expect(pageText()).toContain("You read the figures of this community.");
  await press("See the figures");
  expect(openPage).toHaveBeenCalledExactlyOnceWith("admin");
  control("Menu").click();
  expect(has("Add a post")).toBe(false);
});

test("a role of a newer version has no name and no way but the update", async () => {
  await popup("wizard");
  expect(pageText()).toContain("Update Fanswer, then it shows what you can do.");
  expect(has("See the figures")).toBe(false);
  expect(roleText("wizard")).toBe("Another role");
  expect(roleText("keyword_editor")).toBe("Keyword editor");
});
