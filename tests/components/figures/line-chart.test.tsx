import { expect, test } from "vitest";
import { LineChart } from "../../../components/figures/line-chart.tsx";
import { percentText } from "../../../lib/i18n/figures-text.ts";
import { speak } from "../../support/language.ts";
import { control, pageText, show, type } from "../page.ts";

const points = [
  { name: "1 Mar", mark: "1 Mar", value: 0.5, text: "50% (10 of 20)" },
  { name: "2 Mar", mark: "2 Mar", value: null, text: "3 of 4" },
  { name: "3 Mar", mark: "3 Mar", value: 0.75, text: "75% (15 of 20)" },
];
const references = [{ value: 0.14, text: "14%", meaning: "14%: so many were answered elsewhere." }];
const chart = () => show(<LineChart points={points} references={references} say={percentText} most={1} />);
const said = () =>
  control("Day or week")
    .getAttribute("aria-valuetext")
    ?.replace(/[\u2068\u2069]/g, "");

test("the slider says the last moment first, and each that it is moved to, also one that is not drawn", async () => {
  await chart();
  expect(said()).toBe("3 Mar: 75% (15 of 20)");
  await type("Day or week", "1");
  expect(said()).toBe("2 Mar: 3 of 4");
  expect(pageText()).toContain("2 Mar: 3 of 4");
  expect(document.querySelectorAll(".line-dot")).toHaveLength(0);
});

test("a line that others reached is drawn, and says whose it is", async () => {
  await chart();
  expect(document.querySelectorAll(".line-dashed")).toHaveLength(1);
  expect(pageText()).toContain("14%: so many were answered elsewhere.");
});

test("time runs from left to right in a language that does not", async () => {
  const back = await speak("he");
  await chart();
  expect(document.querySelector(".line-plot")?.getAttribute("dir")).toBe("ltr");
  expect(control("יום או שבוע").parentElement?.getAttribute("dir")).toBe("ltr");
  expect(document.querySelector(".line-references li")?.getAttribute("dir")).toBe("rtl");
  back();
});
