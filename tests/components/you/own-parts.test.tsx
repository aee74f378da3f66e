import { expect, test, vi } from "vitest";
import { ListPart, WayOut } from "../../../components/you/list-part.tsx";
import { ReviewsSection } from "../../../components/you/own-reviews.tsx";
import { WeeksSection } from "../../../components/you/own-weeks.tsx";
import { ownPage } from "../own-samples.ts";
import { has, pageText, press, show } from "../page.ts";

test("each word on others says what became of what it was about", async () => {
  await show(<ReviewsSection first={ownPage.reviews} onAsk={async () => ownPage.reviews} />);
  expect(pageText()).toContain("You would post it. It was posted, and its author was thanked.");
  expect(pageText()).toContain("You sent it back. It is being written anew.");
  await show(<ReviewsSection first={{ reviews: [], isMore: false }} onAsk={async () => ownPage.reviews} />);
  expect(pageText()).toContain("Nothing yet.");
});

test("a week is told beside the one before", async () => {
  await show(<WeeksSection own={ownPage.weeks} />);
  const rows = [...document.querySelectorAll("tbody tr")].map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(rows[0]).toEqual(["Answers posted", "4", "7"]);
  expect(rows).toHaveLength(5);
});

test("a list says how many it shows, and leads to more as long as there are any", async () => {
  const onMore = vi.fn();
  const item = { mentionId: "x:1", at: "2026-03-02T10:00:00.000Z" };
  const part = { isBusy: false, problem: null, none: "None", onMore, row: () => <WayOut to={null} text="Out" /> };
  await show(<ListPart {...part} items={[item]} isMore />);
  expect(pageText()).toContain("1 is shown");
  expect(has("Out")).toBe(false);
  await press("Show more");
  expect(onMore).toHaveBeenCalledOnce();
});
