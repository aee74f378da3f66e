import { describe, expect, test, vi } from "vitest";
import type { PeopleActions } from "../../../components/people/actions.ts";
import { PeoplePage } from "../../../components/people/people-page.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { choose, control, has, nameOf, pageText, press, show, type } from "../page.ts";
import { ada, linh, noonMs, noor, sam } from "../samples.ts";
import { community, crowd, row, rows } from "./rows.ts";

async function page(actions: PeopleActions = community(rows), onInvite = () => {}) {
  await show(<PeoplePage terms={{}} actions={actions} me={ada} nowMs={noonMs} onInvite={onInvite} />);
}

const names = () => [...document.querySelectorAll(".list-row bdi")].map(({ textContent }) => textContent);
const focused = () => nameOf(document.activeElement ?? document.body);
const settled = () => new Promise((resolve) => setTimeout(resolve, 300));

test("a moderator may pause newcomers, and finds nothing else to press", async () => {
  const mod = { ...noor, id: "m-mod", role: "moderator" };
  const newcomer = row({ level: 0 });
  await show(<PeoplePage terms={{}} actions={community([newcomer, row(ada)])} me={mod} nowMs={noonMs} onInvite={null} />);
  expect(has("Invite")).toBe(false);
  expect(pageText()).not.toContain("only admin");
  await press(newcomer.name);
  for (const name of ["Change role", "Set trust", "Sign out everywhere", "A way back in", "Remove"]) expect(has(name), name).toBe(false);
  await press("Pause");
  expect(nameOf(control(newcomer.name))).toContain("Paused");
  await press(ada.name);
  expect(control("Pause").getAttribute("aria-disabled")).toBe("true");
  expect(pageText()).toContain("Only newcomers can be paused here. For anything else, ask an admin.");
});

test("everybody is there with what they are and do", async () => {
  await page();
  expect(names()).toEqual([ada.name, linh.name, noor.name, sam.name]);
  expect(nameOf(control(ada.name))).toBe("Ada ThornAdmin · you");
  expect(nameOf(control(sam.name))).toContain("Paused");
  expect(pageText()).toContain("Trust: Proven, set by hand: “Helped at the launch and knows every earbud”");
  expect(pageText()).toContain("On now: 1Answered: 14Sent back: 2Devices: 2");
  expect(pageText()).toContain("4 members");
});

test("a second admin is asked for while there is one, with the way to invite", async () => {
  const onInvite = vi.fn();
  await page(community(rows), onInvite);
  expect(pageText()).toContain("There is only one admin.");
  await press("Invite somebody");
  expect(onInvite).toHaveBeenCalledOnce();
});

test("with two admins nobody is asked for", async () => {
  await page(community([...rows, row({ id: "m-eve", name: "Eve", role: "admin" })]));
  expect(pageText()).not.toContain("There is only one admin.");
});

describe("the list", () => {
  test("is searched once the letters stop", async () => {
    const actions = community(rows);
    const list = vi.fn(actions.list);
    await page({ ...actions, list });
    await type("Find a member", "no");
    await type("Find a member", "noor");
    expect(list).toHaveBeenCalledTimes(1);
    await settled();
    await show(null);
    expect(list.mock.calls.map(([{ search }]) => search)).toEqual(["", "noor"]);
  });

  test("is filtered and sorted by the server", async () => {
    const actions = community(rows);
    const list = vi.fn(actions.list);
    await page({ ...actions, list });
    await choose("Any role", "staff");
    expect(names()).toEqual([sam.name]);
    await choose("Paused or not", "active");
    expect(pageText()).toContain("Nobody fits this.");
    await choose("Sort", "claims");
    expect(list.mock.lastCall?.[0]).toEqual({ search: "", role: "staff", standing: "active", order: "claims", from: 0 });
  });

  test("comes 50 at a time; a step puts the focus on the first of them", async () => {
    await page(community(crowd(120)));
    expect(names()).toHaveLength(50);
    expect(pageText()).toContain("1 to 50 of 120");
    await press("The next ones");
    expect(names()[0]).toBe("Member 00051");
    expect(focused()).toContain("Member 00051");
    await press("The next ones");
    expect(pageText()).toContain("101 to 120 of 120");
    expect(control("The next ones").getAttribute("aria-disabled")).toBe("true");
    await press("The ones before");
    expect(names()[0]).toBe("Member 00051");
  });

  test("an answer that comes after a later question's is not shown", async () => {
    const actions = community(rows);
    let late = () => {};
    const list: PeopleActions["list"] = async (query) => {
      if (query.role === "staff") await new Promise<void>((resolve) => (late = resolve));
      return actions.list(query);
    };
    await page({ ...actions, list });
    await choose("Any role", "staff");
    await choose("Any role", "admin");
    late();
    await press("Ada Thorn");
    expect(names()).toEqual([ada.name]);
  });

  test("that cannot be read says why, and is asked for again", async () => {
    const actions = community(rows);
    let isAway = true;
    const list: PeopleActions["list"] = (query) => (isAway ? Promise.reject(new FanswerError("server_unreachable")) : actions.list(query));
    await page({ ...actions, list });
    expect(pageText()).toContain("This waits for a connection");
    isAway = false;
    await press("Try again");
    expect(names()).toHaveLength(4);
    expect(has("Try again")).toBe(false);
  });
});

describe("who leaves", () => {
  test("gives the focus to who stands in their place, at the end to the one before", async () => {
    await page();
    await press(noor.name);
    await press("Remove");
    await press(`Remove ${noor.name}`);
    expect(names()).toEqual([ada.name, linh.name, sam.name]);
    expect(focused()).toContain(sam.name);
    expect(pageText()).toContain("Noor Vale is not a member any more. What they wrote stays.");
    await press(sam.name);
    await press("Remove");
    await press(`Remove ${sam.name}`);
    expect(focused()).toContain(linh.name);
    expect(pageText()).toContain("2 members");
  });

  test("as the only one that fits, gives it to the search", async () => {
    await page();
    await choose("Any role", "staff");
    await press(sam.name);
    await press("Remove");
    await press(`Remove ${sam.name}`);
    expect(focused()).toBe("Find a member");
  });

  test("as the last of a page, leads to the page before", async () => {
    await page(community(crowd(51)));
    await press("The next ones");
    await press("Member 00051");
    await press("Remove");
    await press("Remove Member 00051");
    expect(names()).toHaveLength(50);
    expect(names()[0]).toBe("Member 00001");
  });
});

test("who is made an admin frees the one who was the only one", async () => {
  await page();
  await press(ada.name);
  expect(control("Remove").getAttribute("aria-disabled")).toBe("true");
  await press(linh.name);
  await press("Change role");
  await press("Admin");
  expect(pageText()).not.toContain("There is only one admin.");
  await press(ada.name);
  expect(control("Remove").getAttribute("aria-disabled")).toBeNull();
});
