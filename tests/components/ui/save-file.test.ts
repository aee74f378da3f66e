import { expect, test, vi } from "vitest";
import { saveFile } from "../../../components/ui/save-file.ts";

test("a file is given under its name, and its address is let go of", () => {
  vi.useFakeTimers();
  const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
  const revoke = vi.spyOn(URL, "revokeObjectURL");
  saveFile("mine.json", "{}");
  expect((click.mock.contexts[0] as HTMLAnchorElement).download).toBe("mine.json");
  vi.runAllTimers();
  expect(revoke).toHaveBeenCalledOnce();
  vi.useRealTimers();
  vi.restoreAllMocks();
});
