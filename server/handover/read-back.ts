import { liveStatuses } from "../../lib/schema/lifecycle.ts";
import { noteDecisions } from "../audit/note.ts";
import { deskOf } from "../connectors/desks.ts";
import type { Deps } from "../deps.ts";
import { CallError } from "../egress/outbound.ts";
import { newId } from "../ids.ts";
import { nextRevision } from "../operations/call.ts";
import { isHeld } from "../operations/rules.ts";
import { integrationFails, integrationWorks } from "../store/integrations.ts";
import { lockMention, moveMention } from "../store/mentions.ts";
import { transaction } from "../store/pool.ts";
import { all, first } from "../store/statement.ts";
import { takeUnread, ticketMoved } from "../store/tickets.ts";
import { retryPauseMs } from "./deliver.ts";
import { type ReadyIntegration, readyToCall } from "./ready.ts";

/** How old the last look at an open ticket may get; a desk that calls its hook is looked at at once. */
const readEveryMs = 5 * 60_000;
const batch = 100;

type Reading = Pick<Deps, "pool" | "now" | "call" | "wake" | "models">;

/** Asks the desks how open tickets stand. What was closed there, with nobody on it here, is closed here. */
export async function readBack(deps: Reading, workspaceId: string): Promise<void> {
  for (const integration of await readyToCall(deps, workspaceId)) {
    const { target } = integration;
    if (target.kind !== "webhook" && target.kind !== "chat") await readDesk(deps, workspaceId, integration, target);
  }
}

async function readDesk(
  deps: Reading,
  workspaceId: string,
  integration: ReadyIntegration,
  target: Parameters<typeof deskOf>[1],
): Promise<void> {
  const { integration_id: id, secret, failures } = integration;
  const at = deps.now();
  const tickets = await all(deps.pool, takeUnread, workspaceId, id, new Date(at.getTime() - readEveryMs), at, batch);
  if (tickets.length === 0) return;
  try {
    const states = await deskOf(deps.call, target, secret).states(tickets.map(({ external_id }) => external_id));
    await all(deps.pool, integrationWorks, workspaceId, id);
    for (const { mention_id, external_id } of tickets) {
      const state = states.get(external_id);
      if (state === "closed") await closeHere(deps, workspaceId, integration, mention_id);
      // A deleted ticket says nothing of the post; it is only not asked about again.
      if (state === "missing") await all(deps.pool, ticketMoved, workspaceId, id, mention_id, true, at);
    }
  } catch (thrown) {
    if (!(thrown instanceof CallError)) throw thrown;
    const next = new Date(at.getTime() + retryPauseMs(failures + 1, thrown.retryAfterMs));
    await all(deps.pool, integrationFails, workspaceId, id, thrown.problem, next);
  }
}

async function closeHere({ pool, now, wake }: Reading, workspaceId: string, { integration_id, name }: ReadyIntegration, mentionId: string) {
  const at = now();
  const revision = await transaction(pool, async (client) => {
    const row = await first(client, lockMention, workspaceId, mentionId);
    // Somebody is answering here: the ticket is asked about again when they are done.
    if (row === null || isHeld(row, at)) return null;
    await all(client, ticketMoved, workspaceId, integration_id, mentionId, true, at);
    if (!liveStatuses.has(row.status)) return null;
    const note = { id: newId(), member: null, action: "desk.closed", subject: mentionId, detail: { desk: name } };
    await noteDecisions({ client, workspaceId, at }, [note]);
    const moved = await nextRevision(client, workspaceId);
    const { route, routed_by_person: byPerson } = row;
    const closed = { status: "dismissed", route, byPerson, note: "closed_at_desk", noteBy: null } as const;
    await all(client, moveMention, { workspaceId, mentionId, ...closed, at, revision: moved });
    return moved;
  });
  if (revision !== null) wake.moved(workspaceId, revision);
}
