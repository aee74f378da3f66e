import { expect, test, vi } from "vitest";
import { NameField } from "../../../components/ui/name-field.tsx";
import { control, key, press, show, type } from "../page.ts";

test("a name is saved when it is another one, and is not nothing; no more of it than fits", async () => {
  const onRename = vi.fn();
  await show(<NameField label="Your name" hint="Others see it." name="Noor" onRename={onRename} />);
  await press("Save name");
  await type("Your name", "   ");
  await key("Enter", control("Your name"));
  expect(onRename).not.toHaveBeenCalled();
  await type("Your name", " Noor Vale ");
  await key("Enter", control("Your name"));
  expect(onRename).toHaveBeenCalledWith("Noor Vale");
  await type("Your name", "x".repeat(10_000));
  await press("Save name");
  expect(onRename).toHaveBeenLastCalledWith("x".repeat(80));
});
