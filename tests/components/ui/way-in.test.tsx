import { expect, test, vi } from "vitest";
import { WayIn } from "../../../components/ui/way-in.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { parseInvitation } from "../../../lib/sync/invitation.ts";
import { invitation } from "../actions.ts";
import { control, pageText, press, show } from "../page.ts";

const view = (made = invitation, onCopy = async (_text: string) => {}) => (
  <WayIn made={made} label="The link" hint="For one." onCopy={onCopy} />
);

test("a link is copied, and another one is not copied yet", async () => {
  const onCopy = vi.fn(async (_text: string) => {});
  await show(view(invitation, onCopy));
  expect(control<HTMLInputElement>("The link").value).toBe(invitation.link);
  await press("Copy");
  expect(onCopy.mock.calls).toEqual([[invitation.link]]);
  expect(pageText()).toContain("Copied");
  await show(view({ ...invitation, link: `${invitation.link}x` }, onCopy));
  expect(pageText()).not.toContain("Copied");
});

test("it can be read out in groups, and what is read out lets in", async () => {
  await show(view());
  const groups = [...document.querySelectorAll(".spelled span")].map(({ textContent }) => textContent ?? "");
  expect(groups.slice(0, 5)).toEqual(["fanswer.example/join#", "acme", "frie", "nds1-", "4f9a"]);
  expect(Math.max(...groups.slice(1).map(({ length }) => length))).toBeLessThanOrEqual(5);
  expect(parseInvitation(groups.join("").toUpperCase().replace("JOIN", "join"), null)).toEqual({
    server: "https://fanswer.example",
    code: invitation.code,
  });
});

test("where nothing can be copied, that is said", async () => {
  await show(view(invitation, () => Promise.reject(new FanswerError("internal"))));
  await press("Copy");
  expect(document.querySelector(".notice")?.textContent).not.toBe("");
});
