import { expect, test } from "vitest";
import { splitWords } from "../../../components/ui/words.ts";

test("words are parted by commas of any script", () => {
  expect(splitWords(" earbuds, charger，電池、, ")).toEqual(["earbuds", "charger", "電池"]);
});
