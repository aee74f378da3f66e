import { i18n } from "#i18n";
import { toCsv } from "../../lib/detect/lists/csv-rows.ts";
import type { AuditLine, AuditState } from "../../lib/schema/audit.ts";

/** Who did it. */
export function whoText({ who }: Pick<AuditLine, "who">): string {
  if (who === null) return i18n.t("audit.server");
  return who === "" ? i18n.t("audit.former") : who;
}

/** What is said besides, in the words of the log. */
export function detailText({ detail }: Pick<AuditLine, "detail">): string {
  try {
    return Object.entries(JSON.parse(detail) as object)
      .map(([key, value]) => `${key}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
      .join(", ");
  } catch {
    return detail;
  }
}

/** Lines as a table for a spreadsheet. */
export const auditCsv = (lines: readonly AuditLine[]): string =>
  toCsv(
    ["line", "at", "who", "action", "about", "detail"],
    lines.map((line) => [String(line.seq), line.at, whoText(line), line.action, line.subject, detailText(line)]),
  );

/** How the last lines were found. */
export function stateText({ lines, fault }: AuditState): string {
  if (fault === null) return i18n.t("audit.holds", lines);
  const { problem, seq, to = seq } = fault;
  if (problem === "missing" && to !== seq) return i18n.t("audit.fault.missingMany", { seq, to });
  return problem === "swapped" ? i18n.t("audit.fault.swapped", { seq, to }) : i18n.t(`audit.fault.${problem}`, { seq });
}
