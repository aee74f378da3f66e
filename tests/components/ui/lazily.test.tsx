import { expect, test, vi } from "vitest";
import { lazily } from "../../../components/ui/lazily.tsx";
import { pageText, show } from "../page.ts";

test("loads when it is first shown, once, and stands there at once later", async () => {
  const load = vi.fn(async () => ({ name }: { name: string }) => <p>Hello {name}</p>);
  const Greeting = lazily(load);
  expect(load).not.toHaveBeenCalled();
  await show(<Greeting name="Noor" />);
  await vi.waitFor(() => expect(pageText()).toContain("Hello Noor"));
  await show(<Greeting name="Linh" />);
  expect(pageText()).toContain("Hello Linh");
  expect(load).toHaveBeenCalledOnce();
});
