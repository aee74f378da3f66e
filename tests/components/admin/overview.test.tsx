import { describe, expect, test, vi } from "vitest";
import type { AdminActions } from "../../../components/admin/actions.ts";
import { Overview } from "../../../components/admin/overview.tsx";
import { partsFor } from "../../../lib/schema/admin-parts.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { adminActions } from "../actions.ts";
import { fewFigures, periodActions, periodFigures } from "../figures/period-samples.ts";
import { control, pageText, show } from "../page.ts";
import { ada, at } from "../samples.ts";

const drift = { site: "facebook", posts: 40, readable: 12, missing: ["author"], at: at(-60) };
const overview = (parts: Partial<AdminActions> = {}, member: { role: string } = ada) =>
  show(<Overview actions={adminActions(parts)} drifts={[drift]} items={[]} parts={partsFor(member)} away={null} />);
const asked = (word: string, id: number) => ({ id: `x:${id}`, lang: "en", asked: `puck batteri ${word}`, excerpt: null, link: null });

describe("the overview", () => {
  test("answers at one look whether, how fast and by whom, by what the server counts", async () => {
    await overview();
    expect([...document.querySelectorAll("h2")].map((title) => title.textContent)).toEqual([
      "Are we answering?",
      "How fast?",
      "Who does it?",
      "What wants you",
    ]);
    expect([...document.querySelectorAll(".figure")].map((figure) => figure.textContent)).toEqual(["12", "2", "4"]);
    expect(pageText()).toContain("3 of them are late.");
    expect(pageText()).toContain("68% answered, up 8.");
  });

  test("says what wants the admin, each with the way there", async () => {
    await overview({ readUnassisted: async () => ["a", "b", "c"].map(asked) });
    expect(pageText()).toContain("3 posts wait longer than your clock allows.");
    expect(pageText()).toContain("Fanswer reads only 12 of 40 posts on Facebook.");
    expect(pageText()).toContain("of posts in Hebrew, 23% was taken");
    expect(pageText()).toContain("“Delta” finds much that needs no answer: 320 posts, of which 31 needed one.");
    expect(pageText()).toContain("was asked 3 times in 30 days");
    expect(control("Invite people").getAttribute("href")).toBe("#people");
    expect(control("Look at the list").getAttribute("href")).toBe("#keywords");
    expect(control("Write an answer").getAttribute("href")).toBe("#knowledge");
    expect(control("See what waits").getAttribute("href")).toBe("#figures");
  });

  test("leads nobody to a part that is not for them", async () => {
    await overview({}, { role: "analyst" });
    expect([...document.querySelectorAll(".wants a")].map((link) => link.getAttribute("href"))).toEqual(["#figures", "#figures"]);
  });

  test("of a workspace in which nothing happened says so, and draws nothing", async () => {
    const readFigures = async () => ({ waiting: 0, late: 0, onIt: 0, withStaff: 0, answered: 0, posts: 0 });
    const periods = periodActions({ read: async () => fewFigures() });
    await show(<Overview actions={adminActions({ periods, readFigures })} drifts={[]} items={[]} parts={partsFor(ada)} away={null} />);
    expect(pageText()).toContain("No posts in this time.");
    expect(pageText()).toContain("Nothing wants you right now.");
    expect(document.querySelectorAll("figure")).toHaveLength(0);
  });

  test("shows what was kept while the server is away, and says since when", async () => {
    const read = vi.fn(() => Promise.reject(new FanswerError("server_unreachable")));
    await overview({ periods: { kept: ({ by }) => periodFigures(by), read }, readFigures: read });
    expect(pageText()).toContain("68% answered, up 8.");
    expect(pageText()).toContain("The server can't be reached now");
    await overview({ periods: { kept: () => null, read }, readFigures: read });
  });
});
