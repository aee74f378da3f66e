import { expect, test, vi } from "vitest";
import type { PeopleActions } from "../../../components/people/actions.ts";
import { usePeople } from "../../../components/people/use-people.ts";
import { usePersonWork, workErrorText } from "../../../components/people/use-person-work.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { show } from "../page.ts";
import { noor } from "../samples.ts";
import { community, crowd, row, rows } from "./rows.ts";

const moment = () => new Promise((resolve) => setTimeout(resolve, 20));

async function people(actions: PeopleActions) {
  const seen = { now: undefined as unknown as ReturnType<typeof usePeople> };
  function Part() {
    seen.now = usePeople(actions.list);
    return null;
  }
  await show(<Part />);
  return seen;
}

test("who changed keeps their place, though the list is sorted and filtered otherwise", async () => {
  const seen = await people(community(rows));
  seen.now.ask({ standing: "active" });
  await moment();
  seen.now.put(row({ standing: "paused" }));
  await moment();
  expect(seen.now.page?.members.map(({ id, standing }) => [id, standing])).toEqual([
    ["m-ada", "active"],
    ["m-linh", "active"],
    ["m-noor", "paused"],
  ]);
});

test("after a change it is counted anew, and a count that fails leaves what was known", async () => {
  const actions = community([...rows, row({ id: "m-eve", name: "Eve", role: "admin" })]);
  const list = vi.fn(actions.list);
  const seen = await people({ ...actions, list });
  expect(seen.now.page?.admins).toBe(2);
  seen.now.put(await actions.setRole("m-eve", "staff"));
  await moment();
  expect(seen.now.page?.admins).toBe(1);
  list.mockRejectedValueOnce(new FanswerError("server_unreachable"));
  seen.now.put(await actions.setRole("m-eve", "admin"));
  await moment();
  expect([seen.now.page?.admins, seen.now.problem]).toEqual([1, null]);
});

test("what another admin does shows where it stands, and nobody moves while the same people are there", async () => {
  const actions = community(rows);
  const list = vi.fn(actions.list);
  const seen = { now: undefined as unknown as ReturnType<typeof usePeople> };
  function Part({ moved }: { moved: number }) {
    seen.now = usePeople(list, moved);
    return null;
  }
  await show(<Part moved={1} />);
  await moment();
  const before = seen.now.page?.members.map(({ id }) => id);
  expect(list).toHaveBeenCalledOnce();
  const changed = await actions.setRole("m-noor", "staff");
  const { members, ...rest } = await actions.list(list.mock.calls[0]?.[0] ?? seen.now.query);
  list.mockResolvedValueOnce({ ...rest, members: members.toReversed() });
  await show(<Part moved={2} />);
  await moment();
  expect(seen.now.page?.members.map(({ id }) => id)).toEqual(before);
  expect(seen.now.page?.members.find(({ id }) => id === "m-noor")?.role).toBe(changed.role);
  await actions.remove("m-noor");
  await show(<Part moved={3} />);
  await moment();
  expect(seen.now.page?.members.map(({ id }) => id)).not.toContain("m-noor");
  list.mockRejectedValueOnce(new FanswerError("server_unreachable"));
  await show(<Part moved={4} />);
  await moment();
  expect(seen.now.problem).toBeNull();
});

test("the last of a page leads to the one before", async () => {
  const actions = community(crowd(51));
  const seen = await people(actions);
  seen.now.ask({ from: 50 });
  await moment();
  await actions.remove("m-50");
  seen.now.drop("m-50");
  await moment();
  expect([seen.now.query.from, seen.now.page?.members.length]).toEqual([0, 50]);
});

test("work gives whether it was done, and rejects never", async () => {
  const actions = community(rows, { signOut: () => Promise.reject(new FanswerError("last_admin")) });
  const seen = { now: undefined as unknown as ReturnType<typeof usePersonWork> };
  const onChanged = vi.fn();
  const onGone = vi.fn();
  function Part() {
    seen.now = usePersonWork({
      terms: {},
      member: row(),
      actions,
      toast: { say: () => {}, back: () => async () => {} },
      onChanged,
      onGone,
    });
    return null;
  }
  await show(<Part />);
  expect(await seen.now.signOut()).toBe(false);
  await moment();
  expect(seen.now.problem).toBe("This is the only admin. Make somebody else an admin first.");
  expect(await seen.now.remove()).toBe(true);
  expect(onGone).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: noor.id }));
  expect(onChanged).not.toHaveBeenCalled();
});

test("not found speaks of the member, not of a post", () => {
  expect(workErrorText("not_found")).toBe("They are not a member any more. Nothing was changed.");
  expect(workErrorText("too_many")).toContain("That was a lot in a short time.");
});
