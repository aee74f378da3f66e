import { expect, test, vi } from "vitest";
import { AskedOftenList } from "../../../components/knowledge/asked-often-list.tsx";
import { askedOf } from "../../../lib/suggest/asked.ts";
import { pageText, press, show } from "../page.ts";

const posts = ["My case has a broken hinge", "The hinge of the <b>case</b> squeaks", "hinge and case"].map((excerpt, at) => ({
  ...{ id: `x:${at}`, lang: "en", asked: askedOf(excerpt), excerpt },
  link: at === 2 ? null : `https://x.com/a/status/${at}`,
}));

test("what is asked often is shown with examples that lead to the posts, and an answer is begun from it", async () => {
  const onWrite = vi.fn();
  await show(<AskedOftenList items={[]} read={async () => posts} onWrite={onWrite} />);
  expect(pageText()).toContain("“case”, “hinge”");
  expect(pageText()).toContain("3 posts · English");
  expect([...document.querySelectorAll("a")].map(({ href }) => href)).toEqual(["https://x.com/a/status/0", "https://x.com/a/status/1"]);
  expect(document.querySelector("b")).toBeNull();
  await press("Write an answer");
  expect(onWrite).toHaveBeenCalledWith(expect.objectContaining({ lang: "en", words: ["case", "hinge"] }));
});

test("nothing stands there where nothing is asked often", async () => {
  await show(<AskedOftenList items={[]} read={async () => posts.slice(1)} onWrite={() => {}} />);
  expect(pageText()).toBe("");
});
