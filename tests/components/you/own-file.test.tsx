import { expect, test, vi } from "vitest";
import { FileSection } from "../../../components/you/own-file.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { pageText, press, show } from "../page.ts";

test("all parts come into one file, each with all of its rows", async () => {
  const pages = [
    { part: "member", rows: ['{"name":"Noor"}'], next: { part: "answers", from: 0 } },
    { part: "answers", rows: ['{"n":1}'], next: { part: "answers", from: 1 } },
    { part: "answers", rows: ['{"n":2}'], next: null },
  ];
  const [read, save] = [vi.fn(async () => pages.shift() ?? { part: "", rows: [], next: null }), vi.fn()];
  await show(<FileSection onRead={read} onSave={save} />);
  await press("Save as a file");
  expect(save.mock.calls[0]?.[0]).toMatch(/^fanswer-\d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse(save.mock.calls[0]?.[1])).toMatchObject({ member: [{ name: "Noor" }], answers: [{ n: 1 }, { n: 2 }] });
});

test("half a file is none", async () => {
  const save = vi.fn();
  await show(<FileSection onRead={() => Promise.reject(new FanswerError("server_unreachable"))} onSave={save} />);
  await press("Save as a file");
  expect(save).not.toHaveBeenCalled();
  expect(pageText()).toContain("The server can't be reached now");
});
