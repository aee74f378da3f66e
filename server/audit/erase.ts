import { allowAudit, eraseAuditLines, linesAbout } from "../store/audit.ts";
import { all, type Queryable } from "../store/statement.ts";
import { digestOf } from "./chain.ts";

/**
 * Takes out of the log which posts its lines are about: subject, detail and salt go, what the chain holds of the line stays. Gives of how many lines.
 * `number`: of the erasure, whose own line in the log says how many there are.
 */
export async function eraseLines(on: Queryable, workspaceId: string, subjects: readonly string[], number: string): Promise<number> {
  const lines = await all(on, linesAbout, { workspaceId, subjects });
  if (lines.length === 0) return 0;
  await all(on, allowAudit, "erase");
  await all(on, eraseAuditLines, {
    workspaceId,
    number,
    places: lines.map(({ seq }) => seq),
    digests: lines.map((line) => line.digest ?? digestOf(workspaceId, line)),
  });
  return lines.length;
}
