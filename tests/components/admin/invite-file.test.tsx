import { describe, expect, test, vi } from "vitest";
import type { InvitationActions } from "../../../components/admin/actions.ts";
import { InviteFile } from "../../../components/admin/invite-file.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { invitation, invitationActions, openInvitations } from "../actions.ts";
import { has, pageText, press, show } from "../page.ts";

const csv = "username,trust_level,email\nnoor,2,n@acme.example\nbudi,0,b@acme.example\nkari,1,k@acme.example\nwrong,9,\n";

async function choose(text: string) {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error("no place for a file");
  Object.defineProperty(input, "files", { value: [new File([text], "users.csv")], configurable: true });
  input.dispatchEvent(new Event("change", { bubbles: true }));
  await vi.waitFor(() =>
    expect(has("Invite ") || pageText().includes("could be read") || pageText().includes("open invitation")).toBe(true),
  );
}

async function invite(make: InvitationActions["make"], open = openInvitations) {
  const [onSave, onMade] = [vi.fn<(name: string, text: string) => void>(), vi.fn(async () => {})];
  await show(<InviteFile make={make} open={open} hours={720} onMade={onMade} onSave={onSave} />);
  return { onSave, onMade };
}

const asksBeforeLeaving = () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));

describe("inviting from a file", () => {
  test("makes one invitation for each, tells the server no more than it needs, and gives the links back with the file", async () => {
    const make = vi.fn(invitationActions().make);
    const { onSave, onMade } = await invite(make);
    await choose(csv);
    expect(pageText()).toContain("3 people to invite. 1 row was left out.");
    expect(pageText()).toContain("The trust level is a number from 0 to 4, or nothing.");
    expect(make).not.toHaveBeenCalled();
    await press("Invite 3 people");
    await vi.waitFor(() => expect(pageText()).toContain("3 of 3 invited."));
    const asked = { role: "advocate", hours: 720, uses: 1, languages: [] };
    expect(make.mock.calls.map(([args]) => args)).toEqual([
      { ...asked, note: "noor", level: 1 },
      { ...asked, note: "budi", level: 0 },
      { ...asked, note: "kari", level: 0 },
    ]);
    expect(onMade).toHaveBeenCalledOnce();
    expect(asksBeforeLeaving()).toBe(true);
    await press("Save the file with 3 links");
    const [name, text] = onSave.mock.lastCall ?? [];
    expect(name).toBe("invitations.csv");
    expect(text).toContain(`noor,2,n@acme.example,${invitation.link}`);
    expect(asksBeforeLeaving()).toBe(false);
  });

  test("keeps what was made when one fails, says why, and goes on from there", async () => {
    const { make: made } = invitationActions();
    const make = vi.fn(made).mockImplementationOnce(made).mockRejectedValueOnce(new FanswerError("full"));
    await invite(make);
    await choose(csv);
    await press("Invite 3 people");
    await vi.waitFor(() => expect(pageText()).toContain("1 of 3 invited."));
    expect(pageText()).toContain("There is no more room for this.");
    await press("Go on with 2 more");
    await vi.waitFor(() => expect(pageText()).toContain("3 of 3 invited."));
    expect(make.mock.calls.map(([{ note }]) => note)).toEqual(["noor", "budi", "budi", "kari"]);
  });

  test("stops when told, after the one that is under way", async () => {
    let go = () => {};
    const make = vi.fn(async (args: Parameters<InvitationActions["make"]>[0]) => {
      await new Promise<void>((resolve) => {
        go = resolve;
      });
      return invitationActions().make(args);
    });
    await invite(make);
    await choose(csv);
    await press("Invite 3 people");
    await press("Stop");
    go();
    await vi.waitFor(() => expect(pageText()).toContain("1 of 3 invited."));
    expect(make).toHaveBeenCalledOnce();
  });

  test("makes no second invitation for who has one open", async () => {
    const [first] = openInvitations;
    if (!first) throw new Error("no invitation");
    await invite(invitationActions().make, [{ ...first, note: "noor" }]);
    await choose(csv);
    expect(pageText()).toContain("2 people to invite. 1 has an open invitation already");
  });

  test("says what a file needs in which nobody can be read", async () => {
    await invite(invitationActions().make);
    await choose("first,last\nNoor,Ali\n");
    expect(pageText()).toContain("It needs a first line with a column username, name, handle or email.");
  });
});
