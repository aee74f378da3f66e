import { expect, test } from "vitest";
import { Button } from "../../../components/ui/button.tsx";
import { useOpened } from "../../../components/ui/use-opened.ts";
import { nameOf, press, show } from "../page.ts";

function Two() {
  const { opened, setOpened, place } = useOpened<"one" | "other">();
  return (
    <div ref={place}>
      {opened ? (
        <Button onClick={() => setOpened(null)}>Close {opened}</Button>
      ) : (
        (["one", "other"] as const).map((part) => (
          <span key={part} data-opens={part}>
            <Button onClick={() => setOpened(part)}>{`Open ${part}`}</Button>
          </span>
        ))
      )}
    </div>
  );
}

test("what was opened gives the focus back to the button that opened it, and to no other", async () => {
  await show(<Two />);
  const focused = () => nameOf(document.activeElement ?? document.body);
  await press("Open other");
  await press("Close other");
  expect(focused()).toBe("Open other");
  await press("Open one");
  await press("Close one");
  expect(focused()).toBe("Open one");
});
