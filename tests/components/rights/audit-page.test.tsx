import { expect, test, vi } from "vitest";
import type { RightsActions } from "../../../components/rights/actions.ts";
import { LogPage } from "../../../components/rights/audit-page.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { auditLines, rightsActions } from "../actions.ts";
import { has, pageText, press, show, type } from "../page.ts";

const onSave = vi.fn();
const page = (parts: Partial<RightsActions> = {}) => show(<LogPage actions={rightsActions(parts)} onSave={onSave} />);

test("the log says who did what, the server and former members by words of their own", async () => {
  await page();
  expect(pageText()).toContain("The server");
  expect(pageText()).toContain("Somebody who is not a member any more");
  expect(pageText()).toContain("(erased)");
  expect(pageText()).toContain("isOn: true, words: Back soon");
  expect(has("Older ones")).toBe(false);
});

test("older lines follow below, and the file holds all of them, no cell a formula", async () => {
  const bad = { ...(auditLines[3] as (typeof auditLines)[number]), seq: 1, action: "=1+1" };
  const listAudit = vi.fn<RightsActions["listAudit"]>(async ({ before }) =>
    before === null ? { lines: auditLines, next: 809 } : { lines: [bad], next: null },
  );
  await page({ listAudit });
  await press("Older ones");
  expect(pageText()).toContain("=1+1");
  await press("Save as a table");
  const [name, csv] = onSave.mock.calls[0] as [string, string];
  expect(name).toBe("log.csv");
  expect(csv.split("\r\n")).toHaveLength(6);
  expect(csv).toContain("'=1+1");
});

test("what is looked for goes to the server, days as instants of one's own calendar", async () => {
  const listAudit = vi.fn<RightsActions["listAudit"]>(async () => ({ lines: [], next: null }));
  await page({ listAudit });
  expect(pageText()).toContain("No line of the log fits this.");
  await type("Who", " ada ");
  await type("From", "2026-03-02");
  await vi.waitFor(() => expect(listAudit.mock.lastCall?.[0].from).toBe(new Date(2026, 2, 2).toISOString()));
  expect(listAudit.mock.lastCall?.[0]).toMatchObject({ who: "ada", before: null });
});

test("a log that does not hold is said with its line, and so is a server that does not answer", async () => {
  await page({ checkAudit: async () => ({ lines: 9, fault: { problem: "missing", seq: 4, to: 6 } }) });
  await press("Check the log");
  expect(pageText()).toContain("Lines 4 to 6 are missing.");
  await page({
    listAudit: async () => {
      throw new FanswerError("server_unreachable");
    },
  });
  expect(pageText()).not.toContain("Loading");
});
