import { expect, test, vi } from "vitest";
import { SelectField } from "../../../components/ui/select-field.tsx";
import { control, pick, show } from "../page.ts";

test("a choice has its name, its hint and what is chosen, and says what is picked", async () => {
  const onPick = vi.fn();
  const options = [
    ["", "Any"],
    ["nb", "Norsk", "nb"],
  ] as const;
  await show(<SelectField label="Language" hint="Of answers." value="nb" options={options} onPick={onPick} />);
  const select = control<HTMLSelectElement>("Language");
  expect([select.value, document.getElementById(select.getAttribute("aria-describedby") ?? "")?.textContent]).toEqual([
    "nb",
    "Of answers.",
  ]);
  expect([...select.options].map(({ lang }) => lang)).toEqual(["", "nb"]);
  await pick("Language", "");
  expect(onPick).toHaveBeenCalledWith("");
});

test("without a hint it promises none", async () => {
  await show(<SelectField label="Language" value="" options={[["", "Any"]]} onPick={() => {}} />);
  expect(control("Language").hasAttribute("aria-describedby")).toBe(false);
});
