import { putChoices } from "../store/calls.ts";
import { all } from "../store/statement.ts";
import { putAlertRules } from "../store/workspaces.ts";
import { type Handler, presentWorkspace } from "./call.ts";

export const chooseAlerts: Handler<"alerts.choose"> = async ({ client, device, raise }, { choices }) => {
  const { workspaceId, member } = device;
  const revision = await raise();
  await all(client, putChoices, { workspaceId, memberId: member.id, choices: choices && JSON.stringify(choices), revision });
  return null;
};

export const setAlertRules: Handler<"alerts.rules"> = async (call, rules) => {
  await all(call.client, putAlertRules, { workspaceId: call.workspaceId, rules: JSON.stringify(rules), revision: await call.raise() });
  return presentWorkspace(call);
};
