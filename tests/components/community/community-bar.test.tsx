import { signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
import { CommunityBar } from "../../../components/community/community-bar.tsx";
import { InCommunity } from "../../../components/community/in-community.tsx";
import type { CommunitiesHere } from "../../../lib/state/communities.ts";
import { choose, pageText, press, show } from "../page.ts";

const acme = { id: "fanswer", name: "Acme", isOver: false };
const delta = { id: "fanswer 2", name: "Delta", isOver: false };
const actions = () => ({ choose: vi.fn(), forget: vi.fn(), joinAnother: vi.fn() });
const here = (all: CommunitiesHere["all"], chosen = "fanswer") => signal<CommunitiesHere | null>({ all, chosen });

test("who is in one community sees nothing of this, but in the settings the way into another", async () => {
  const on = actions();
  await show(<CommunityBar here={here([acme])} actions={on} />);
  expect(document.body.textContent).toBe("");
  await show(<CommunityBar here={here([acme])} actions={on} isWayIn />);
  await press("Join another community");
  expect(on.joinAnother).toHaveBeenCalledOnce();
});

test("who is in several chooses one, by keyboard as by pointer, and keeps the focus while the page changes", async () => {
  const on = actions();
  const now = here([acme, delta]);
  const page = (community: string) => (
    <InCommunity here={now} community={community} actions={on}>
      <input aria-label="a field of the page" />
    </InCommunity>
  );
  await show(page("fanswer"));
  const select = document.querySelector("select") as HTMLSelectElement;
  const field = document.querySelector("input");
  select.focus();
  await choose("Community", "fanswer 2");
  expect(on.choose).toHaveBeenCalledWith("fanswer 2");
  now.value = { all: [acme, delta], chosen: "fanswer 2" };
  await show(page("fanswer 2"));
  expect(document.activeElement).toBe(select);
  expect(select.value).toBe("fanswer 2");
  // What was typed for one stands in no field of the other.
  expect(document.querySelector("input")).not.toBe(field);
});

test("one that is over can be taken off the list; that one was left is said", async () => {
  const on = actions();
  const now = here([acme, { ...delta, isOver: true }], "fanswer 2");
  await show(<CommunityBar here={now} actions={on} />);
  await press("Take off this list");
  expect(on.forget).toHaveBeenCalledWith("fanswer 2");
  now.value = { all: [acme], chosen: "fanswer" };
  await show(<CommunityBar here={now} actions={on} />);
  expect(pageText()).toContain("You left Delta");
  expect(pageText()).not.toContain("Take off this list");
});
