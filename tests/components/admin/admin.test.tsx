import { expect, test, vi } from "vitest";
import { Admin, type AdminActions, type AdminPart } from "../../../components/admin/admin.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { Member } from "../../../lib/schema/workspace.ts";
import { control, pageText, press, show } from "../page.ts";
import { ada, at, heldBy, keywordList, linh, mention, noor, sam, storeState } from "../samples.ts";

const link = "https://fanswer.example/join#1234";

function actions(parts: Partial<AdminActions> = {}): AdminActions {
  return {
    push: async () => keywordList,
    invite: vi.fn(async (role) => ({ link, code: "1234", role, expiresAt: at(10_080) })),
    copy: vi.fn(async () => {}),
    newId: () => "n",
    save: () => {},
    ...parts,
  };
}

async function admin(part: AdminPart, parts: Partial<AdminActions> = {}, member: Member = ada) {
  const mentions = [
    mention(),
    mention({ dueAt: at(-1) }),
    mention(heldBy(linh)),
    mention({ status: "escalated", route: "first_line" }),
    mention({ status: "answered" }),
  ];
  const memory = { load: () => null, save: () => true };
  await show(<Admin state={storeState({ member, mentions })} actions={actions(parts)} memory={memory} part={part} />);
}

test.each([noor, sam])("a sentence for $role", async (member) => {
  await admin("overview", {}, member);
  expect(pageText()).toBe("This page is for admins. Ask one if something should change.");
});

test("the overview counts what waits, is worked on, is with staff and is answered", async () => {
  await admin("overview");
  expect([...document.querySelectorAll(".figure")].map((figure) => figure.textContent)).toEqual(["2", "1", "1", "1"]);
  expect(pageText()).toContain("1 of them is late.");
  expect(pageText()).toContain("20%");
});

test("the navigation names what there is, and where one is", async () => {
  await admin("keywords");
  expect([...document.querySelectorAll("nav a")].map((entry) => entry.textContent)).toEqual(["Overview", "Keywords", "People"]);
  expect(control("Keywords").getAttribute("aria-current")).toBe("page");
});

test("an invitation for the chosen role is shown with its end, and copied", async () => {
  const invite = vi.fn(actions().invite);
  const copy = vi.fn(async () => {});
  await admin("people", { invite, copy });
  await press("StaffTakes");
  await press("Make an invitation");
  expect(invite).toHaveBeenCalledWith("staff");
  expect(control<HTMLInputElement>("Invitation link").value).toBe(link);
  expect(pageText()).toContain("Shown this once.");
  await press("Copy");
  expect(copy).toHaveBeenCalledWith(link);
  expect(pageText()).toContain("Copied");
});

test("an invitation that could not be made says why", async () => {
  await admin("people", { invite: () => Promise.reject(new FanswerError("server_unreachable")) });
  await press("Make an invitation");
  expect(pageText()).toContain("The server cannot be reached.");
});
