import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import { BarList } from "../../../components/figures/bar-list.tsx";
import { FigureFrame } from "../../../components/figures/figure-frame.tsx";
import { pageText, press, show } from "../page.ts";

const bars = [
  { key: "x", name: "X", length: 1, text: "10" },
  { key: "y", name: "@רון", length: 7, text: "5", note: "half within 12 min" },
];
const table = {
  name: "by-site",
  columns: ["Site", "Answered"],
  rows: [
    ["X", { raw: 1234, text: "1,234" }],
    ["=A1", { raw: null, text: "too few" }],
  ],
};

/** Opens the table as a press on its summary does; the test's page tells nobody of it. */
const openTable = () =>
  act(() => {
    const details = document.querySelector("details");
    details?.setAttribute("open", "");
    details?.dispatchEvent(new Event("toggle"));
  });

test("a picture has its sentence as its name, and its table behind it", async () => {
  await show(<FigureFrame sentence="61% answered, up 8." picture={<BarList bars={bars} />} table={table} onSave={() => {}} />);
  expect(document.querySelectorAll("table")).toHaveLength(0);
  await openTable();
  const figure = document.querySelector("figure");
  expect(document.getElementById(figure?.getAttribute("aria-labelledby") ?? "")?.textContent).toBe("61% answered, up 8.");
  expect([...document.querySelectorAll("tbody th")].map((cell) => cell.textContent)).toEqual(["X", "=A1"]);
  expect([...document.querySelectorAll("tbody td")].map((cell) => cell.textContent)).toEqual(["1,234", "too few"]);
  expect(document.querySelectorAll("th[scope=col]")).toHaveLength(2);
});

test("it is saved as a file of plain numbers, which runs nothing", async () => {
  const save = vi.fn();
  await show(<FigureFrame sentence="." picture={null} table={table} onSave={save} />);
  await press("Save as CSV");
  expect(save).toHaveBeenCalledWith("by-site.csv", 'Site,Answered\r\nX,1234\r\n"\'=A1",');
});

test("bars are read as their names and texts, and are never longer than their place", async () => {
  await show(<BarList bars={bars} isOrdered />);
  expect(document.querySelectorAll("ol.bars > li")).toHaveLength(2);
  expect(pageText()).toBe("X10@רון5half within 12 min");
  const lengths = [...document.querySelectorAll<HTMLElement>(".bar")].map((bar) => bar.style.getPropertyValue("--length"));
  expect(lengths).toEqual(["100.0%", "100.0%"]);
});
