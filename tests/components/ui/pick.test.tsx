import { expect, test } from "vitest";
import { Pick } from "../../../components/ui/pick.tsx";
import { show } from "../page.ts";

test("gives what was picked, and null for nothing", async () => {
  const picked: unknown[] = [];
  const options = [
    ["x", "X"],
    ["facebook", "Facebook"],
  ] as const;
  await show(<Pick label="Any site" value="x" options={options} onPick={(value) => picked.push(value)} />);
  const select = document.querySelector("select") as HTMLSelectElement;
  expect([select.getAttribute("aria-label"), select.value, select.options[0]?.text]).toEqual(["Any site", "x", "Any site"]);
  for (const value of ["facebook", ""]) {
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }
  expect(picked).toEqual(["facebook", null]);
});
