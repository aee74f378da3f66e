import { i18n } from "#i18n";
import type { BadRow } from "../../lib/detect/lists/list-import.ts";
import type { EditProblem } from "./edits.ts";

/** What is wrong and what to write instead; with the word, unless it is the keyword itself. */
export function problemText({ field, value, problem }: EditProblem | Pick<BadRow, "field" | "value" | "problem">): string {
  const sentence = i18n.t(`keywords.problem.${problem}`);
  return field === "text" || value === "" ? sentence : i18n.t("keywords.problemOf", { value, sentence });
}
