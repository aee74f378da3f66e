import { named, statement } from "./statement.ts";

export interface TicketRow {
  readonly mention_id: string;
  readonly ticket_key: string;
  readonly external_id: string | null;
  readonly closed: boolean;
}

/** workspace, integration, mention */
export const ticketOf = statement<[string, string, string], TicketRow>(
  "ticket.of",
  "SELECT mention_id, ticket_key, external_id, closed FROM tickets WHERE workspace_id = $1 AND integration_id = $2 AND mention_id = $3",
);

/** Before its opening: workspace, integration, mention, key, at. Once more for one that cannot be reopened. */
export const beginTicket = statement<[string, string, string, string, Date], TicketRow>(
  "ticket.begin",
  `INSERT INTO tickets (workspace_id, integration_id, mention_id, ticket_key, closed, read_at) VALUES ($1, $2, $3, $4, false, $5)
   ON CONFLICT (workspace_id, integration_id, mention_id) DO UPDATE
   SET ticket_key = excluded.ticket_key, external_id = NULL, url = NULL, closed = false, read_at = excluded.read_at
   RETURNING mention_id, ticket_key, external_id, closed`,
);

/** `externalId` is the desk's. */
export const ticketOpened = named<{
  workspaceId: string;
  integrationId: string;
  mentionId: string;
  externalId: string;
  url: string;
  at: Date;
}>(
  "ticket.opened",
  `UPDATE tickets SET external_id = $externalId, url = $url, closed = false, read_at = $at
   WHERE workspace_id = $workspaceId AND integration_id = $integrationId AND mention_id = $mentionId`,
);

/** workspace, integration, mention, closed, at */
export const ticketMoved = statement<[string, string, string, boolean, Date]>(
  "ticket.moved",
  "UPDATE tickets SET closed = $4, read_at = $5 WHERE workspace_id = $1 AND integration_id = $2 AND mention_id = $3",
);

/** Open ones that were not asked about since: workspace, integration, read before, at, at most. */
export const takeUnread = statement<[string, string, Date, Date, number], { mention_id: string; external_id: string }>(
  "ticket.take_unread",
  `UPDATE tickets SET read_at = $4 WHERE workspace_id = $1 AND integration_id = $2 AND mention_id IN (
     SELECT mention_id FROM tickets
     WHERE workspace_id = $1 AND integration_id = $2 AND NOT closed AND external_id IS NOT NULL AND read_at <= $3
     ORDER BY read_at LIMIT $5)
   RETURNING mention_id, external_id`,
);

/** The desk says that something changed: workspace, hook code, read before. Gives a row when there is a desk with this code. */
export const unreadTickets = statement<[string, string, Date], { integration_id: string }>(
  "ticket.unread",
  `WITH desk AS (SELECT i.integration_id FROM integrations i WHERE i.workspace_id = $1 AND i.hook_code = $2 AND i.enabled),
   marked AS (
     UPDATE tickets t SET read_at = $3 FROM desk WHERE t.workspace_id = $1 AND t.integration_id = desk.integration_id AND NOT t.closed)
   SELECT integration_id FROM desk`,
);
