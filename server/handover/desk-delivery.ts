import { liveStatuses } from "../../lib/schema/lifecycle.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { Desk } from "../connectors/desk.ts";
import type { Deps } from "../deps.ts";
import { CallError } from "../egress/outbound.ts";
import { newId } from "../ids.ts";
import type { DeliveryRow } from "../store/deliveries.ts";
import { mentionById } from "../store/mentions.ts";
import { historyOf } from "../store/operations.ts";
import { all, first, one } from "../store/statement.ts";
import { beginTicket, type TicketRow, ticketMoved, ticketOf, ticketOpened } from "../store/tickets.ts";
import { authorOf, mark, noteOf, postOf, sentenceOf, titleOf } from "./words.ts";

interface Errand {
  readonly deps: Pick<Deps, "pool" | "now">;
  readonly workspaceId: string;
  readonly integrationId: string;
  readonly desk: Desk;
}

/** Events after which nobody at the desk has anything left to do. */
const closing: ReadonlySet<string> = new Set(["answered", "dismissed", "gone", "returned"]);

/** Brings the desk's ticket up to what happened. Throws CallError; to be tried again, it does nothing twice. */
export async function tellDesk(errand: Errand, delivery: DeliveryRow & { readonly mention_id: string }): Promise<void> {
  const { deps, workspaceId, integrationId } = errand;
  const { mention_id: mentionId, event } = delivery;
  const { mention } = await one(deps.pool, mentionById, workspaceId, mentionId);
  const known = await first(deps.pool, ticketOf, workspaceId, integrationId, mentionId);
  const isStaffs = liveStatuses.has(mention.status) && mention.route !== "community";
  if (known === null || known.external_id === null) {
    if (known === null && (event !== "escalated" || !isStaffs)) return;
    const opened = await openTicket(errand, mention, known ?? (await begin(errand, mentionId)), isStaffs);
    if (opened !== null && event !== "escalated") await followUp(errand, delivery, opened);
    return;
  }
  // What comes late, after the mention moved on, opens nothing again.
  if (known.closed && (closing.has(event) || (event === "escalated" && !isStaffs))) return;
  if (event !== "escalated" || !known.closed || (await reopen(errand, mentionId, known.external_id))) {
    return followUp(errand, delivery, known.external_id);
  }
  await openTicket(errand, mention, await begin(errand, mentionId), isStaffs);
}

/** Opens a closed ticket again; false when it was closed for good, or deleted, and takes nothing more. */
async function reopen({ deps, workspaceId, integrationId, desk }: Errand, mentionId: string, ticketId: string): Promise<boolean> {
  try {
    await desk.move(ticketId, "open");
  } catch (thrown) {
    if (thrown instanceof CallError && (thrown.problem === "refused" || thrown.problem === "not_found")) return false;
    throw thrown;
  }
  await all(deps.pool, ticketMoved, workspaceId, integrationId, mentionId, false, deps.now());
  return true;
}

/** Stores the ticket's key before the desk is called: should the server die meanwhile, the next try finds the ticket by it. */
function begin({ deps, workspaceId, integrationId }: Errand, mentionId: string): Promise<TicketRow> {
  return one(deps.pool, beginTicket, workspaceId, integrationId, mentionId, `fanswer-${newId()}`, deps.now());
}

/** The desk's id of the ticket, found or opened; null when there is none and nobody needs one any more. */
async function openTicket(
  { deps, workspaceId, integrationId, desk }: Errand,
  mention: Mention,
  { ticket_key: key }: TicketRow,
  isNeeded: boolean,
) {
  const history = (await all(deps.pool, historyOf, workspaceId, mention.id)).map(({ entry }) => entry);
  const found = await desk.find(key);
  if (found === null && !isNeeded) return null;
  const urgent = mention.triage.reasons.some(({ code }) => code === "threat" || code === "anger" || code === "urgent");
  const wanted = {
    key,
    title: titleOf(mention),
    post: postOf(mention),
    note: noteOf(mention, history, key),
    author: authorOf(mention),
    urgent,
  };
  const ticket = found ?? (await desk.open(wanted));
  await all(deps.pool, ticketOpened, {
    workspaceId,
    integrationId,
    mentionId: mention.id,
    externalId: ticket.id,
    url: ticket.url,
    at: deps.now(),
  });
  return ticket.id;
}

async function followUp(errand: Errand, { delivery_id, event, attempts, payload }: DeliveryRow, ticketId: string): Promise<void> {
  const { deps, workspaceId, integrationId, desk } = errand;
  if (event === "test" || event === "brake" || payload === null) return;
  const ours = mark(delivery_id.split(".")[0] ?? "");
  const stands = attempts > 1 && (await desk.hasNote(ticketId, ours));
  if (!stands) await desk.note(ticketId, `${sentenceOf(payload, event)}\n\n${ours}`);
  if (!closing.has(event)) return;
  await desk.move(ticketId, "closed");
  await all(deps.pool, ticketMoved, workspaceId, integrationId, payload.id, true, deps.now());
}
