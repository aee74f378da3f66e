import { describe, expect, test, vi } from "vitest";
import type { InvitationActions } from "../../../components/admin/actions.ts";
import { Invite } from "../../../components/admin/invite.tsx";
import { InvitationList } from "../../../components/admin/invite-list.tsx";
import { TermsForm, usesOf, usualTerms } from "../../../components/admin/invite-terms.tsx";
import { useInvitations } from "../../../components/admin/use-invitations.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { roles } from "../../../lib/schema/roles.ts";
import { invitation, invitationActions, openInvitations } from "../actions.ts";
import { control, has, pageText, press, show, type } from "../page.ts";

const invite = (parts: Partial<InvitationActions> = {}, onSave: (name: string, text: string) => void = () => {}) =>
  show(<Invite actions={invitationActions(parts)} roles={roles} onCopy={async () => {}} onSave={onSave} />);

async function pickLife(hours: number) {
  const list = document.querySelector("select");
  if (!list) throw new Error("no list");
  list.value = String(hours);
  list.dispatchEvent(new Event("change", { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve));
}

describe("inviting", () => {
  test("is for one and a week when nothing else is said", async () => {
    const make = vi.fn(invitationActions().make);
    await invite({ make });
    await press("Make an invitation");
    expect(make.mock.calls).toEqual([[{ role: "advocate", level: 0, hours: 168, uses: 1, note: "", languages: [] }]]);
    expect(control<HTMLInputElement>("Invitation link").value).toBe(invitation.link);
    expect(pageText()).toContain("Shown this once. It lets in one person. Works until");
    expect(document.querySelector("svg.qr path")?.getAttribute("d")).not.toBe("");
  });

  test("says for how long, for how many and what for; then the list is read anew", async () => {
    const make = vi.fn(invitationActions().make);
    const list = vi.fn(invitationActions().list);
    await invite({ make, list });
    await press("Advocate you know well");
    await pickLife(90 * 24);
    await type("For how many people", " 40 ");
    await type("Note", ` Meet-up ${"x".repeat(300)}`);
    await press("Make an invitation");
    const [args] = make.mock.lastCall ?? [];
    expect(args).toMatchObject({ role: "advocate", level: 1, hours: 2160, uses: 40 });
    expect(args?.note).toMatch(/^Meet-up x+$/);
    expect(args?.note?.length).toBeLessThanOrEqual(200);
    expect(pageText()).toContain("It lets in up to 40 people.");
    expect(list).toHaveBeenCalledTimes(2);
  });

  test("names the languages of those whom it is for, the first one chosen first", async () => {
    const make = vi.fn(invitationActions().make);
    await invite({ make });
    for (const language of ["Hebrew", "English", "Vietnamese", "English"]) await press(language);
    await press("Make an invitation");
    expect(make.mock.lastCall?.[0]).toMatchObject({ languages: ["he", "vi"] });
  });

  test("sends no number that the server refuses", async () => {
    const make = vi.fn(invitationActions().make);
    await invite({ make });
    await type("For how many people", "1001");
    await press("Make an invitation");
    expect(make).not.toHaveBeenCalled();
    expect(pageText()).toContain("A whole number from 1 to 1,000.");
  });

  test("says why none was made", async () => {
    await invite({ make: () => Promise.reject(new FanswerError("full")) });
    await press("Make an invitation");
    expect(pageText()).toContain("There is no more room for this.");
  });

  test("takes one back, and says so or why not", async () => {
    const revoke = vi.fn(async () => {});
    await invite({ revoke });
    await press("Take back");
    await press("Take this invitation back");
    expect(revoke.mock.calls).toEqual([["i-1"]]);
    expect(pageText()).toContain("Taken back.");
    await invite({ revoke: () => Promise.reject(new FanswerError("server_unreachable")) });
    await press("Take back");
    await press("Take this invitation back");
    expect(pageText()).toContain("This waits for a connection: nothing was sent.");
  });
});

test.each([
  ["1", 1],
  [" 1000 ", 1000],
  ["0", null],
  ["1001", null],
  ["1.5", null],
  ["-1", null],
  ["1e2", null],
  ["", null],
])("%j people are %j", (uses, number) => {
  expect(usesOf({ ...usualTerms, uses })).toBe(number);
});

test("the terms name each length of time in words", async () => {
  await show(<TermsForm terms={usualTerms} onChange={() => {}} />);
  expect([...document.querySelectorAll("option")].map(({ textContent }) => textContent)).toEqual([
    "1 hour",
    "1 day",
    "7 days",
    "30 days",
    "90 days",
  ]);
  expect(document.querySelector("select")?.value).toBe("168");
});

describe("open invitations", () => {
  const nothing = () => {};
  const list = (open: typeof openInvitations | null, onTakeBack: (id: string) => void = nothing) =>
    show(<InvitationList open={open} problem={null} onTakeBack={onTakeBack} onRetry={nothing} />);

  test("say for whom, what for, by whom, until when and how often they were used", async () => {
    await list(openInvitations);
    const [many, device] = [...document.querySelectorAll("li")].map(({ textContent }) => textContent?.replace(/[\u2068\u2069]/g, ""));
    expect(many).toMatch(/^Advocate you know well · Meet-up in Marchby Ada Thorn · until .+ · used 12 of 40Take back$/);
    expect(device).toMatch(/^A device of Sam Brookby the server · until .+ · used 0 of 1Take back$/);
  });

  test("are taken back after a question", async () => {
    const onTakeBack = vi.fn();
    await list(openInvitations, onTakeBack);
    await press("Take back");
    expect(pageText()).toContain("Who joined with it stays.");
    await press("Cancel");
    await press("Take back");
    expect(onTakeBack).not.toHaveBeenCalled();
    await press("Take this invitation back");
    expect(onTakeBack.mock.calls).toEqual([["i-1"]]);
  });

  test("that are none, or not read yet, are said", async () => {
    await list([]);
    expect(pageText()).toContain("No invitation is open.");
    await list(null);
    expect(pageText()).toContain("One moment");
  });
});

test("one that somebody else took back is no fault, and what could not be read is read again", async () => {
  const read = vi.fn(async () => openInvitations.slice(1)).mockRejectedValueOnce(new FanswerError("server_failed"));
  const { revoke } = invitationActions({ revoke: () => Promise.reject(new FanswerError("not_found")) });
  const settled = vi.fn();
  function View() {
    const { open, problem, load, takeBack } = useInvitations({ list: read, revoke });
    return (
      <InvitationList open={open} problem={problem} onTakeBack={(id) => void takeBack(id).then(settled)} onRetry={() => void load()} />
    );
  }
  await show(<View />);
  expect(document.querySelector(".notice")?.textContent).not.toBe("");
  await press("Try again");
  await press("Take back");
  await press("Take this invitation back");
  expect(settled).toHaveBeenCalledOnce();
  expect(has("Try again")).toBe(false);
});
