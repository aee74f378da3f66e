import { expect, test } from "vitest";
import { LevelTable } from "../../../components/rules/level-table.tsx";
import { show } from "../page.ts";

test("everybody reads what each level may, in a table with heads", async () => {
  await show(<LevelTable terms={{ looks: { oneIn: [5, 20, 50], fromLevel: 2 } }} />);
  const rows = [...document.querySelectorAll("tbody tr")];
  expect(rows.map((row) => row.querySelector("th[scope=row]")?.textContent)).toEqual(["Newcomer", "Known", "Proven", "Full"]);
  expect(rows.map((row) => row.querySelector("td")?.textContent)).toEqual([
    "1 post at a time · Others read the answers before they are posted",
    "3 posts at a time · Answers are posted without others reading them first · Reads what others write before it is posted · Decisions about posts are done at once",
    "5 posts at a time · Proposes answers for the record · Gives second looks at published answers",
    "10 posts at a time",
  ]);
});
