import { describe, expect, test, vi } from "vitest";
import type { PeriodActions } from "../../../components/figures/actions.ts";
import { FiguresPage } from "../../../components/figures/figures-page.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { pageText, pick, press, show } from "../page.ts";
import { fewFigures, periodActions, periodFigures } from "./period-samples.ts";

const page = (parts: Partial<PeriodActions> = {}, onSave = vi.fn(), away: string | null = null) =>
  show(<FiguresPage actions={periodActions(parts)} away={away} onSave={onSave} />);
const away = () => Promise.reject(new FanswerError("server_unreachable"));
const pictures = () => document.querySelectorAll("figure").length;

describe("the figures", () => {
  test("are read for 30 days by site, and for what is chosen", async () => {
    const read = vi.fn(periodActions().read);
    await page({ read });
    expect(read).toHaveBeenLastCalledWith({ period: "month", by: "site" });
    await pick("Told apart by", "weekday");
    expect(read).toHaveBeenLastCalledWith({ period: "month", by: "weekday" });
    expect(pageText()).toContain("Monday");
    await pick("Time", "years");
    expect(read).toHaveBeenLastCalledWith({ period: "years", by: "weekday" });
    expect(pictures()).toBe(13);
  });

  test("show what was kept until the server answers, and that instead where it does not", async () => {
    await page({ kept: () => periodFigures("site"), read: () => new Promise(() => {}) });
    expect(pictures()).toBe(13);
    await page({ kept: () => periodFigures("site"), read: away }, undefined, "server_unreachable");
    expect(pictures()).toBe(13);
    expect(document.querySelector("[role=status]")?.textContent).toContain("The server can't be reached now");
  });

  test("say that they are read, and why they are not there", async () => {
    await page({ read: () => new Promise(() => {}) });
    expect(pageText()).toContain("One moment");
    await page({ read: away }, undefined, "server_unreachable");
    expect(pageText()).toContain("The server can't be reached now");
    expect(pictures()).toBe(0);
  });

  test("of one post are too few to say anything in percent, and of none there is nothing to say", async () => {
    await page({ read: async () => fewFigures(1) });
    expect(pageText()).toContain("One post so far needed an answer: too few to say anything in percent.");
    expect(pageText()).not.toMatch(/\d%[^:]/);
    await page({ read: async () => fewFigures() }, undefined, "moved");
    expect(pageText()).toContain("No posts in this time.");
    expect(pictures()).toBe(0);
  });

  test("are not overtaken by an answer to an earlier question", async () => {
    const answers = new Map<string, (figures: ReturnType<typeof periodFigures>) => void>();
    await page({ read: ({ period }) => new Promise((resolve) => answers.set(period, resolve)) });
    await pick("Time", "week");
    answers.get("week")?.(fewFigures(4, 3));
    await pick("Time", "week");
    answers.get("month")?.(periodFigures("site"));
    await pick("Time", "week");
    expect(pageText()).toContain("3 of 4 answered.");
  });

  test("are saved all together, a line for each number", async () => {
    const save = vi.fn();
    await page({}, save);
    await press("Save all of it as CSV");
    const [name, text] = save.mock.calls[0] as [string, string];
    expect(name).toBe("figures-2026-02-01-2026-03-02.csv");
    const lines = text.split("\r\n");
    expect(lines[0]).toBe("picture,row,column,value");
    expect(lines).toContain("from-seen-to-answered,Answered,Posts,337");
    expect(lines).toContain("by-site,X,Share,0.7606");
  });
});
