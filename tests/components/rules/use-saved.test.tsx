import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import { useSaved } from "../../../components/rules/use-saved.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { show } from "../page.ts";

test("what came of saving is told until something is changed again", async () => {
  const seen = { now: undefined as unknown as ReturnType<typeof useSaved> };
  function Part() {
    seen.now = useSaved();
    return null;
  }
  await show(<Part />);
  await act(() => seen.now.save(Promise.resolve()));
  expect(seen.now.said).toEqual({ text: expect.stringMatching(/^Saved\./), tone: "mine" });
  act(() => seen.now.forget());
  expect(seen.now.said).toBeNull();
  await act(() => seen.now.save(Promise.reject(new FanswerError("server_failed"))));
  expect(seen.now.said).toMatchObject({ tone: "danger" });
});
