import { operationRow } from "../../lib/schema/operations.ts";
import { can } from "../../lib/schema/roles.ts";
import { verdictsOf } from "../../lib/triage/verdicts.ts";
import { all, one } from "../store/statement.ts";
import { dropVerdicts, lookedAt, putVerdict } from "../store/verdicts.ts";
import { triageSettingsOf } from "../triage.ts";
import type { Ask, Shared } from "./call.ts";

const tells = ({ device, name }: Ask): boolean => operationRow(name).judgesTriage === true && can(device.member, "triage");
const mentionOf = ({ args }: Ask): string => (args as { readonly mentionId: string }).mentionId;

/** Keeps, for the nightly refit, what these operations of staff tell about whether triage was right. They have been done already. */
export async function keepVerdicts({ client, workspaceId, at, later }: Shared, asks: readonly Ask[]): Promise<void> {
  const told = [...new Set(asks.filter(tells).map(mentionOf))];
  if (told.length === 0) return;
  const [{ thresholds }, ...rows] = await Promise.all([
    triageSettingsOf(client, workspaceId),
    ...told.map((mentionId) => one(client, lookedAt, workspaceId, mentionId)),
  ]);
  for (const [index, { scored, overrules, route, routed_by_person, answered_by }] of rows.entries()) {
    const mentionId = told[index] ?? "";
    const looked = {
      scored,
      overrules,
      sentBack: routed_by_person && route === "community",
      answeredByStaff: answered_by !== null && can({ role: answered_by }, "triage"),
    };
    const verdicts = verdictsOf(looked, thresholds);
    const causes = verdicts.map(({ cause }) => cause);
    later(all(client, dropVerdicts, workspaceId, mentionId, causes));
    for (const verdict of verdicts) later(all(client, putVerdict, { workspaceId, mentionId, ...verdict, at }));
  }
}
