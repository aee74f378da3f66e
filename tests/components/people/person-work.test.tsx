import { describe, expect, test, vi } from "vitest";
import type { PeopleActions } from "../../../components/people/actions.ts";
import { PersonWork } from "../../../components/people/person-work.tsx";
import { type Off, whatIsOff } from "../../../components/people/what-is-off.ts";
import { Toast, useToast } from "../../../components/ui/toast.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { MemberRow } from "../../../lib/schema/people.ts";
import { control, has, key, nameOf, pageText, press, show, type } from "../page.ts";
import { ada, linh, noor } from "../samples.ts";
import { community, row, rows } from "./rows.ts";

const nothingOff: Off = { why: null, place: false, going: false };

interface Parts {
  member?: MemberRow;
  off?: Off;
  actions?: Partial<PeopleActions>;
}

/** The member's part of the list, and what it told: who changed and who is gone. */
async function work({ member = row(), off = nothingOff, actions = {} }: Parts = {}) {
  const told = { changed: [] as MemberRow[], gone: [] as string[] };
  const all = community(rows, actions);
  function Part() {
    const toast = useToast();
    return (
      <>
        <PersonWork
          terms={{}}
          {...{ id: "work", me: ada, member, off, toast, actions: all }}
          onChanged={(changed) => told.changed.push(changed)}
          onGone={({ id }) => told.gone.push(id)}
        />
        <Toast toast={toast.toast} />
      </>
    );
  }
  await show(<Part />);
  return told;
}

const focused = () => nameOf(document.activeElement ?? document.body);
const alert = () => document.querySelector("[role=alert]")?.textContent ?? "";

describe("a way back in", () => {
  test("is a link for this member alone, that goes when it is closed", async () => {
    const copied: string[] = [];
    await work({ actions: { copy: async (text) => void copied.push(text) } });
    await press("A way back in");
    expect(pageText()).toContain("For Noor Vale alone, once, until");
    expect(focused()).toBe("Copy");
    await press("Copy");
    expect(copied).toEqual([`https://fanswer.example/join#again-${noor.id}`]);
    await press("Close");
    expect(pageText()).not.toContain("For Noor Vale alone");
    expect(focused()).toBe("A way back in");
  });

  test("says why there is none, and leads back", async () => {
    await work({ actions: { inviteAgain: () => Promise.reject(new FanswerError("not_found")) } });
    await press("A way back in");
    expect(alert()).toContain("They are not a member any more.");
    await press("Close");
    expect(alert()).toBe("");
  });
});

describe("at once, with the way back", () => {
  test("pausing", async () => {
    const told = await work();
    await press("Pause");
    expect(pageText()).toContain("Noor Vale is paused. What they were on waits for others again; what they wrote is kept.");
    expect(told.changed.map(({ standing }) => standing)).toEqual(["paused"]);
    await press("Undo");
    expect(told.changed.map(({ standing }) => standing)).toEqual(["paused", "active"]);
    expect(pageText()).toContain("Undone.");
  });

  test("letting go on, by the key", async () => {
    const told = await work({ member: row({ standing: "paused" }) });
    await press("Let go on");
    expect(pageText()).toContain("Noor Vale can go on.");
    await key("u");
    expect(told.changed.map(({ standing }) => standing)).toEqual(["active", "paused"]);
  });

  test("another role: those that they do not have are offered", async () => {
    const told = await work();
    await press("Change role");
    expect([...document.querySelectorAll("[role=menuitem]")].map(nameOf)).toEqual([
      "Moderator",
      "Keyword editor",
      "Analyst",
      "Staff",
      "Admin",
    ]);
    await press("Staff");
    expect(pageText()).toContain("Noor Vale: the role is now Staff.");
    await press("Undo");
    expect(told.changed.map(({ role }) => role)).toEqual(["staff", "advocate"]);
  });

  test("trust, with a reason, and back to what it was with the reason that it had", async () => {
    const setLevel = vi.fn(community(rows).setLevel);
    await work({ member: row({ ...linh, levelReason: "Helped at the launch" }), actions: { setLevel } });
    await press("Set trust");
    expect(control<HTMLInputElement>("Proven").checked).toBe(true);
    await press("Full");
    await type("Why", "  Wrote the guide ");
    await press("Set trust");
    expect(setLevel).toHaveBeenLastCalledWith(linh.id, 3, "Wrote the guide");
    expect(pageText()).toContain("Linh Aster: trust is now Full.");
    expect(focused()).toBe("Set trust");
    await press("Undo");
    expect(setLevel).toHaveBeenLastCalledWith(linh.id, 2, "Helped at the launch");
  });

  test("trust that nobody had set by hand follows their answers again", async () => {
    const setLevel = vi.fn(community(rows).setLevel);
    await work({ actions: { setLevel } });
    await press("Set trust");
    await press("Newcomer");
    await type("Why", "Too fast");
    await press("Set trust");
    await press("Undo");
    expect(setLevel).toHaveBeenLastCalledWith(noor.id, 1, null);
  });
});

test("trust without a reason is not set, and the box that misses it has the focus", async () => {
  const setLevel = vi.fn(community(rows).setLevel);
  await work({ actions: { setLevel } });
  await press("Set trust");
  await type("Why", "  ");
  await press("Set trust");
  expect(setLevel).not.toHaveBeenCalled();
  expect(pageText()).toContain("Say why, in a few words.");
  expect(focused()).toBe("Why");
});

describe("after a question", () => {
  test("removing: it says what happens, begins at the way out, and cannot be undone", async () => {
    const told = await work();
    await press("Remove");
    expect(pageText()).toContain("Their name becomes “a former member” wherever it stands; what they wrote stays.");
    expect(focused()).toBe("Cancel");
    expect(told.gone).toEqual([]);
    await press("Remove Noor Vale");
    expect(told.gone).toEqual([noor.id]);
    expect(has("Undo")).toBe(false);
  });

  test("signing out: the question closes, and its button has the focus", async () => {
    const told = await work();
    await press("Sign out everywhere");
    expect(pageText()).toContain("They stay a member; “A way back in” makes a link by which they can come back.");
    await press("Sign out Noor Vale");
    expect(told.changed.map(({ devices }) => devices)).toEqual([0]);
    expect(pageText()).toContain("Noor Vale is signed out everywhere.");
    expect(focused()).toBe("Sign out everywhere");
  });

  test.each([
    ["Cancel", () => press("Cancel")],
    ["Escape", () => key("Escape")],
  ])("%s leaves everything as it is", async (_, leave) => {
    const told = await work();
    await press("Remove");
    await leave();
    expect(focused()).toBe("Remove");
    expect(has("Remove Noor Vale")).toBe(false);
    expect(told).toEqual({ changed: [], gone: [] });
  });
});

describe("what is not done is said beside it", () => {
  test.each([
    ["last_admin", "This is the only admin. Make somebody else an admin first."],
    ["not_found", "They are not a member any more. Nothing was changed."],
    ["server_unreachable", "This waits for a connection: nothing was sent."],
  ] as const)("%s", async (code, text) => {
    const told = await work({ actions: { pause: () => Promise.reject(new FanswerError(code)) } });
    await press("Pause");
    expect(alert()).toContain(text);
    expect(told.changed).toEqual([]);
    expect(has("Undo")).toBe(false);
  });

  test("with the question still open, until it is closed", async () => {
    await work({ actions: { remove: () => Promise.reject(new FanswerError("last_admin")) } });
    await press("Remove");
    await press("Remove Noor Vale");
    expect(alert()).toContain("This is the only admin.");
    await press("Cancel");
    expect(alert()).toBe("");
  });
});

test("a second press while the first is under way does nothing", async () => {
  const pause = vi.fn(() => new Promise<MemberRow>(() => {}));
  await work({ actions: { pause } });
  await press("Pause");
  await press("Pause");
  expect(pause).toHaveBeenCalledOnce();
});

describe("the only admin", () => {
  const admin = row(ada);
  test("can be neither demoted, paused, signed out nor removed, and each button says why", async () => {
    const told = await work({ member: admin, off: whatIsOff(admin, 1, ada) });
    for (const name of ["Change role", "Pause", "Sign out everywhere", "Remove"]) {
      const button = control(name);
      expect(button.getAttribute("aria-disabled"), name).toBe("true");
      expect(document.getElementById(button.getAttribute("aria-describedby") ?? "")?.textContent, name).toContain("This is the only admin");
      await press(name);
    }
    expect(told).toEqual({ changed: [], gone: [] });
    expect(document.querySelector("[role=alertdialog]")).toBeNull();
  });

  test("with a second one may go, and only others change their own place", async () => {
    await work({ member: admin, off: whatIsOff(admin, 2, ada) });
    expect(control("Pause").getAttribute("aria-disabled")).toBe("true");
    expect(control("Remove").getAttribute("aria-disabled")).toBeNull();
    expect(pageText()).toContain("This is you. Another admin can pause you or change your role.");
  });
});

test("who has no device has none to sign out", async () => {
  await work({ member: row({ devices: 0 }) });
  expect(control("Sign out everywhere").getAttribute("aria-disabled")).toBe("true");
});
