import type { OperationArgs, OperationName } from "../../lib/schema/operations.ts";

interface Entry {
  readonly subject: string;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** Decisions that the workspace may later ask about; the rest is in the mentions themselves. */
const audited: { readonly [N in OperationName]?: (args: OperationArgs<N>) => Entry } = {
  "mention.route": ({ mentionId, route }) => ({ subject: mentionId, detail: { route } }),
  "mention.dismiss": ({ mentionId, reason }) => ({ subject: mentionId, detail: { reason } }),
  "mention.reopen": ({ mentionId }) => ({ subject: mentionId, detail: {} }),
  "mention.assign": ({ mentionId, memberId }) => ({ subject: mentionId, detail: { to: memberId ?? "" } }),
  "mention.merge": ({ mentionId, intoId }) => ({ subject: mentionId, detail: { into: intoId } }),
  "mention.overrule": ({ mentionId, field, value }) => ({ subject: mentionId, detail: { field, value: value ?? "taken back" } }),
  "reply.posted": ({ mentionId, proof }) => ({ subject: mentionId, detail: { proof } }),
  "review.request": ({ mentionId }) => ({ subject: mentionId, detail: {} }),
  "review.approve": ({ mentionId }) => ({ subject: mentionId, detail: {} }),
  "review.reject": ({ mentionId, reason }) => ({ subject: mentionId, detail: { reason } }),
  "review.suggest": ({ mentionId }) => ({ subject: mentionId, detail: {} }),
  "review.accept": ({ mentionId }) => ({ subject: mentionId, detail: {} }),
  "triage.push": ({ baseVersion }) => ({ subject: "triage", detail: { version: baseVersion + 1 } }),
  "keywords.push": ({ listId, name, baseVersion }) => ({ subject: listId, detail: { name, version: baseVersion + 1 } }),
  "clock.save": ({ firstAnswerMinutes }) => ({ subject: "clock", detail: { firstAnswerMinutes } }),
  "integration.save": ({ id, target, enabled }) => ({ subject: id, detail: { kind: target.kind, enabled: String(enabled) } }),
  "integration.remove": ({ integrationId }) => ({ subject: integrationId, detail: {} }),
  "knowledge.save": ({ items }) => ({ subject: items[0]?.id ?? "", detail: { items: items.length } }),
  "knowledge.remove": ({ itemId }) => ({ subject: itemId, detail: {} }),
  "answering.set": () => ({ subject: "answering", detail: {} }),
  "model.set": ({ address, model }) => ({ subject: new URL(address).hostname, detail: { model } }),
  "model.remove": () => ({ subject: "model", detail: {} }),
  "invitation.create": ({ role, level = 0 }) => ({ subject: role, detail: { level } }),
};

/** What the audit log says of an operation; null when it is not one for the log. */
export function auditEntry<N extends OperationName>(name: N, args: OperationArgs<N>): Entry | null {
  return audited[name]?.(args) ?? null;
}
