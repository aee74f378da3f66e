import { Webhook } from "standardwebhooks";
import { deskOf } from "../connectors/desks.ts";
import type { Deps } from "../deps.ts";
import { CallError } from "../egress/outbound.ts";
import { errorFields } from "../log.ts";
import { type DeliveryRow, deliveryDone, deliveryFailed, takeDelivery } from "../store/deliveries.ts";
import { integrationEnds, integrationFails, integrationWorks } from "../store/integrations.ts";
import { isPassing } from "../store/pool.ts";
import { all, first } from "../store/statement.ts";
import { brakeMessage, type ChatMessage, chatBody, chatMessage } from "./chat.ts";
import { tellDesk } from "./desk-delivery.ts";
import { type ReadyIntegration, readyToCall } from "./ready.ts";
import { passable, verdictOn } from "./verdict.ts";

const minute = 60_000;
/** How long after the nth failure in a row the next try comes at the latest: two days in all. */
const pausesMs = [1, 2, 5, 15, 30, 60, 120, 240, 480, 720, 1440].map((minutes) => minutes * minute);
const maxRetryAfterMs = 24 * 60 * minute;
/** Longer than any try takes; after it the try counts as lost. */
const tryMs = 5 * minute;
/** Deliveries to one integration in a row; then the others get their turn, and a server that stops can stop. */
const batch = 50;

/** The share of a pause that is left out at random, so that what failed at the same time is not tried again at the same time. */
const jitter = 0.2;

/** How long to wait after the nth failure in a row (from 1): by chance a little less than the pause, never less than was asked for. */
export function retryPauseMs(failures: number, retryAfterMs: number | null, random = Math.random): number {
  const most = pausesMs[Math.min(failures, pausesMs.length) - 1] ?? minute;
  return Math.min(Math.max(most * (1 - jitter * random()), retryAfterMs ?? 0), maxRetryAfterMs);
}

type Outgoing = Pick<Deps, "pool" | "now" | "log" | "call" | "models">;

/** Tells other systems what waits for them, those side by side, each in its order. True when some of it could not be tried yet. */
export async function deliverDue(deps: Outgoing, workspaceId: string, signal: AbortSignal): Promise<boolean> {
  const ready = await readyToCall(deps, workspaceId);
  const rests = await Promise.all(ready.map((integration) => deliverTo(deps, workspaceId, integration, signal)));
  return rests.includes(true);
}

async function deliverTo(deps: Outgoing, workspaceId: string, integration: ReadyIntegration, signal: AbortSignal): Promise<boolean> {
  for (let count = 0; count < batch; count++) {
    if (signal.aborted) return true;
    const at = deps.now();
    const lost = new Date(at.getTime() + tryMs);
    const delivery = await first(
      deps.pool,
      takeDelivery,
      workspaceId,
      at,
      integration.integration_id,
      lost,
      passable(integration.target.kind),
    );
    if (delivery === null) return false;
    if (!(await attempt(deps, workspaceId, integration, delivery))) return false;
  }
  return true;
}

/** The problem that a fault of our own is kept as. */
const ownFault = () => new CallError("internal");

/** One try, with its result put down; false when the other end should be left alone now. */
async function attempt(deps: Outgoing, workspaceId: string, integration: ReadyIntegration, delivery: DeliveryRow): Promise<boolean> {
  // Every try began and none ended, well or badly: the server must have died of each.
  if (delivery.attempts > pausesMs.length + 1) return fail(deps, workspaceId, integration, delivery, ownFault());
  try {
    await send(deps, workspaceId, integration, delivery);
    await all(deps.pool, deliveryDone, workspaceId, delivery.delivery_id);
    await all(deps.pool, integrationWorks, workspaceId, integration.integration_id);
    return true;
  } catch (thrown) {
    if (thrown instanceof CallError) return fail(deps, workspaceId, integration, delivery, thrown);
    // Without the database nothing can be put down: the job fails, and comes again.
    if (isPassing(thrown)) throw thrown;
    deps.log("error", "delivery_failed", { integration: integration.integration_id, ...errorFields(thrown) });
    return fail(deps, workspaceId, integration, delivery, ownFault());
  }
}

async function fail(
  deps: Outgoing,
  workspaceId: string,
  integration: ReadyIntegration,
  delivery: DeliveryRow,
  error: CallError,
): Promise<boolean> {
  const { status, retryAfterMs } = error;
  const { integration_id: id, target } = integration;
  const verdict = verdictOn(target.kind, error);
  const problem = verdict === "end" ? "gone" : error.problem;
  const after = retryPauseMs(verdict === "rest" ? integration.failures + 1 : delivery.attempts, retryAfterMs);
  const next = new Date(deps.now().getTime() + after);
  const isLast = verdict === "give_up" || delivery.attempts > pausesMs.length;
  const state = isLast ? "failed" : "waiting";
  await all(deps.pool, deliveryFailed, { workspaceId, deliveryId: delivery.delivery_id, state, problem, status, nextAt: next });
  if (verdict === "end") await all(deps.pool, integrationEnds, workspaceId, id);
  else await all(deps.pool, integrationFails, workspaceId, id, problem, verdict === "rest" ? next : null);
  deps.log("warn", verdict === "end" ? "integration_ended" : "call_failed", { integration: id, problem, status });
  return verdict === "again" || verdict === "give_up";
}

async function send(deps: Outgoing, workspaceId: string, integration: ReadyIntegration, delivery: DeliveryRow): Promise<void> {
  const { target, secret, integration_id: integrationId } = integration;
  if (target.kind === "webhook") return sendWebhook(deps, target.address, secret, delivery);
  if (target.kind === "chat") return sendChat(deps, secret, delivery);
  const desk = deskOf(deps.call, target, secret);
  if (delivery.mention_id === null) return desk.check();
  return tellDesk({ deps, workspaceId, integrationId, desk }, { ...delivery, mention_id: delivery.mention_id });
}

/** Standard Webhooks (standardwebhooks.com): the id stays the same with every try and replay. */
async function sendWebhook({ call, now }: Outgoing, url: string, secret: string, { delivery_id, event, payload, at }: DeliveryRow) {
  const type = event === "test" ? event : `mention.${event}`;
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data: payload ?? {} });
  const id = `msg_${delivery_id.replaceAll(".", "_")}`;
  const sentAt = now();
  const headers = {
    "content-type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(sentAt.getTime() / 1000)),
    "webhook-signature": new Webhook(secret).sign(id, sentAt, body),
  };
  await call({ method: "POST", url, headers, body, statusOnly: true });
}

function messageOf({ event, payload }: DeliveryRow): ChatMessage {
  if (event === "brake") return brakeMessage(payload);
  return event === "test" || payload === null ? { text: "Fanswer is connected.", links: [] } : chatMessage(payload, event);
}

async function sendChat({ call }: Outgoing, url: string, delivery: DeliveryRow): Promise<void> {
  const message = messageOf(delivery);
  const headers = { "content-type": "application/json" };
  await call({ method: "POST", url, headers, body: JSON.stringify(chatBody(url, message)), statusOnly: true });
}
