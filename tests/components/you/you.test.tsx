import { expect, test, vi } from "vitest";
import type { YouActions } from "../../../components/you/actions.ts";
import { You } from "../../../components/you/you.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { board, ownBadges } from "../game/samples.ts";
import { ownPage } from "../own-samples.ts";
import { pageText, press, show } from "../page.ts";
import { noor, storeState } from "../samples.ts";

const you = (parts: Partial<YouActions> = {}, state = storeState()) =>
  show(
    <You
      state={state}
      languages={["en"]}
      actions={{
        kept: null,
        read: async () => ownPage,
        answers: async () => ({ answers: [], isMore: false }),
        badges: { read: async () => ownBadges, know: async () => {} },
        reviews: async () => ({ reviews: [], isMore: false }),
        data: async () => ({ part: "member", rows: [], next: null }),
        save: () => {},
        board: { read: async () => board, choose: async () => {} },
        openPage: () => {},
        ...parts,
      }}
    />,
  );

test("shows level, answers and points at once, and as of when", async () => {
  await you();
  for (const words of ["How far you are trusted", "Your answers", "Points", "Badges", "As of"]) expect(pageText()).toContain(words);
});

test("what was shown before stays while the server is away, with its age and why", async () => {
  await you({ kept: ownPage, read: () => Promise.reject(new FanswerError("server_unreachable")) });
  expect(pageText()).toContain("Your answers");
  expect(document.querySelector(".as-of")?.textContent).toMatch(/As of .+server can't be reached/);
});

test("the first time, without a server, says why there is nothing", async () => {
  await you({ read: () => Promise.reject(new FanswerError("server_failed")) });
  expect(pageText()).toContain("The server can't be reached now");
  expect(pageText()).not.toContain("Your answers");
});

test("who answers no posts is asked for nothing", async () => {
  const read = vi.fn(async () => ownPage);
  await you({ read }, storeState({ member: { ...noor, role: "analyst" } }));
  expect(pageText()).toContain("Your role answers no posts");
  expect(read).not.toHaveBeenCalled();
});

test("before joining there is one sentence and the way", async () => {
  const openPage = vi.fn();
  await you({ openPage }, storeState({ member: null }));
  await press("Join with an invitation");
  expect(openPage).toHaveBeenCalledWith("welcome");
});
