import { Webhook } from "standardwebhooks";
import { FanswerError } from "../../lib/schema/errors.ts";
import type { Delivery, Integration, IntegrationChange } from "../../lib/schema/integration.ts";
import { mostOf } from "../../lib/schema/limits.ts";
import { newId } from "../ids.ts";
import { hookCodeOf, secretOf, secretOwner } from "../models/integration-secret.ts";
import { addTest, deliveryLog, hurryDeliveries, replayDelivery, replayFailed } from "../store/deliveries.ts";
import {
  dropIntegration,
  integrationsOf,
  integrationWorks,
  lockIntegration,
  putIntegration,
  type StoredIntegration,
} from "../store/integrations.ts";
import { beginNews } from "../store/news.ts";
import { otherIntegrations } from "../store/room.ts";
import { all, first } from "../store/statement.ts";
import type { Handler, OperationCall } from "./call.ts";
import { checkRoom } from "./room.ts";

const logLength = mostOf.loggedDeliveries;

async function shown({ client, device }: OperationCall): Promise<Integration[]> {
  return (await all(client, integrationsOf, device.workspaceId)).map(({ integration }) => integration);
}

async function log({ client, device }: OperationCall, integrationId: string): Promise<Delivery[]> {
  return (await all(client, deliveryLog, device.workspaceId, integrationId, logLength)).map(({ delivery }) => delivery);
}

async function known({ client, device }: OperationCall, integrationId: string): Promise<StoredIntegration> {
  const row = await first(client, lockIntegration, device.workspaceId, integrationId);
  if (row === null) throw new FanswerError("not_found");
  return row;
}

/** Whether the secret has the form that its kind of system needs. Whether that system accepts it shows with the first call. */
function checkSecret({ target }: IntegrationChange, secret: string): void {
  if (target.kind === "chat" && !/^https?:\/\/\S+$/.test(secret)) throw new FanswerError("malformed", "secret");
  if (target.kind !== "webhook") return;
  try {
    new Webhook(secret).sign("id", new Date(0), "");
  } catch (cause) {
    throw new FanswerError("malformed", "secret", { cause });
  }
}

export const saveIntegration: Handler<"integration.save"> = async (call, change) => {
  const { client, device, at, models } = call;
  const { workspaceId } = device;
  const before = await first(client, lockIntegration, workspaceId, change.id);
  const secret = change.secret ?? (before && secretOf(models.keys, workspaceId, before));
  // A key that was meant for one address is not sent to another one.
  const isMoved = before !== null && change.secret === null && addressOf(before.target) !== addressOf(change.target);
  if (secret === null || isMoved) throw new FanswerError("malformed", "secret");
  checkSecret(change, secret);
  const { id, name, events, enabled } = change;
  const target = JSON.stringify(change.target);
  await checkRoom(call, mostOf.integrations, otherIntegrations, [[id]]);
  const sealed = models.keys.seal(secret, secretOwner(workspaceId, id));
  await all(client, putIntegration, { workspaceId, id, name, target, sealed, hookCode: hookCodeOf(secret), events, enabled, at });
  await all(client, hurryDeliveries, workspaceId, id, at);
  await all(client, beginNews, workspaceId);
  return shown(call);
};

const addressOf = (target: IntegrationChange["target"]): string => (target.kind === "chat" ? target.kind : target.kind + target.address);

export const removeIntegration: Handler<"integration.remove"> = async (call, { integrationId }) => {
  await known(call, integrationId);
  await all(call.client, dropIntegration, call.device.workspaceId, integrationId);
  return shown(call);
};

export const listIntegrations: Handler<"integration.list"> = (call) => shown(call);

export const testIntegration: Handler<"integration.test"> = async (call, { integrationId }) => {
  const { client, device, at } = call;
  await known(call, integrationId);
  await all(client, addTest, device.workspaceId, newId(), integrationId, at);
  await all(client, integrationWorks, device.workspaceId, integrationId);
  return log(call, integrationId);
};

export const listDeliveries: Handler<"delivery.list"> = async (call, { integrationId }) => log(call, integrationId);

export const replay: Handler<"delivery.replay"> = async (call, { integrationId, deliveryId }) => {
  const { client, device, at } = call;
  await known(call, integrationId);
  if (deliveryId === null) await all(client, replayFailed, device.workspaceId, integrationId, at);
  else await all(client, replayDelivery, device.workspaceId, integrationId, deliveryId, at);
  return log(call, integrationId);
};
