import { expect, test, vi } from "vitest";
import { useRead } from "../../../components/settings/use-read.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { pageText, show } from "../page.ts";

function Told({ read, moved }: { read: () => Promise<string>; moved?: number }) {
  const { value, problem } = useRead(read, moved);
  return <p>{problem ?? value ?? "nothing yet"}</p>;
}

test("what is read is shown, and read again only when it moved", async () => {
  const read = vi.fn().mockResolvedValueOnce("one").mockResolvedValueOnce("two");
  await show(<Told read={read} moved={1} />);
  expect(pageText()).toBe("one");
  await show(<Told read={read} moved={1} />);
  expect(read).toHaveBeenCalledTimes(1);
  await show(<Told read={read} moved={2} />);
  expect(pageText()).toBe("two");
});

test("why it cannot be read is said, and forgotten once it can", async () => {
  const read = vi.fn().mockRejectedValueOnce(new FanswerError("server_failed")).mockResolvedValueOnce("one");
  await show(<Told read={read} moved={1} />);
  expect(pageText()).toContain("The server can't be reached now");
  await show(<Told read={read} moved={2} />);
  expect(pageText()).toBe("one");
});
