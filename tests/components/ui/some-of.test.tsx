import { expect, test, vi } from "vitest";
import { SomeOf } from "../../../components/ui/some-of.tsx";
import { control, press, show } from "../page.ts";

const some = (chosen: readonly string[], bounds: { least?: number; most?: number } = {}) => {
  const onChange = vi.fn();
  const all = ["tea", "jam", "ink"];
  return show(<SomeOf label="What" hint="Any" {...{ all, chosen, onChange, ...bounds }} say={(each) => <span>{each}</span>} />).then(
    () => onChange,
  );
};

test("options come behind those that were chosen before, and go again", async () => {
  const onChange = await some(["ink"]);
  await press("tea");
  expect(onChange).toHaveBeenLastCalledWith(["ink", "tea"]);
  await press("ink");
  expect(onChange).toHaveBeenLastCalledWith([]);
});

test("the last one stays where one is wanted, and no more are taken than may be", async () => {
  await some(["ink"], { least: 1 });
  expect(control<HTMLInputElement>("ink").disabled).toBe(true);
  await some(["ink"], { most: 1 });
  expect(control<HTMLInputElement>("tea").disabled).toBe(true);
  expect(control<HTMLInputElement>("ink").disabled).toBe(false);
});
