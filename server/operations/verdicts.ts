import type { OperationName } from "../../lib/schema/operations.ts";
import { verdictsOf } from "../../lib/triage/verdicts.ts";
import { all, one } from "../store/statement.ts";
import { dropVerdicts, lookedAt, putVerdict } from "../store/verdicts.ts";
import { triageSettingsOf } from "../triage-settings.ts";
import type { Ask, Shared } from "./call.ts";

/** After these, when staff did them, a post's verdicts are worked out anew. */
const telling: ReadonlySet<OperationName> = new Set(["mention.overrule", "mention.route", "reply.posted"]);

/** Keeps what an operation of staff says about triage having been right. */
export async function keepVerdicts({ client, workspaceId, at }: Shared, { device, name, args }: Ask): Promise<void> {
  if (!telling.has(name) || device.member.role === "advocate") return;
  const { mentionId } = args as { readonly mentionId: string };
  const { scored, overrules, route, routed_by_person, answered_by } = await one(client, lookedAt, workspaceId, mentionId);
  const looked = {
    scored,
    overrules,
    sentBack: routed_by_person && route === "community",
    answeredByStaff: answered_by !== null && answered_by !== "advocate",
  };
  const verdicts = verdictsOf(looked, (await triageSettingsOf(client, workspaceId)).thresholds);
  const causes = verdicts.map(({ cause }) => cause);
  await all(client, dropVerdicts, workspaceId, mentionId, causes);
  for (const { cause, score, sent, holds, source } of verdicts) {
    await all(client, putVerdict, workspaceId, mentionId, cause, score, sent, holds, source, at);
  }
}
