import * as v from "valibot";
import type { Target } from "../../lib/schema/integration.ts";
import type { Outbound } from "../egress/outbound.ts";
import { type Desk, jsonApi, type Ticket, type TicketState } from "./desk.ts";
import { unrendered } from "./templates.ts";

const TicketBody = v.object({ id: v.number(), status: v.string(), external_id: v.nullish(v.string()) });
const One = v.object({ ticket: TicketBody });
const Many = v.object({ tickets: v.array(TicketBody) });
const Comments = v.object({ comments: v.array(v.object({ body: v.string() })) });
const User = v.object({ user: v.object({ id: v.nullable(v.number()), role: v.string() }) });

/**
 * Zendesk's Ticketing API (developer.zendesk.com, Tickets, Ticket Comments). The token belongs to `user`. A lost answer is found again
 * by `external_id`, and the idempotency key covers the two hours in which the search may lag.
 * What agents write may hold placeholders, which Zendesk fills in; strangers' words hold none.
 */
export function zendesk(call: Outbound, { address, user }: Extract<Target, { kind: "zendesk" }>, token: string): Desk {
  const authorization = `Basic ${Buffer.from(`${user}/token:${token}`).toString("base64")}`;
  const api = jsonApi(call, address, { authorization });
  const ticketOf = ({ id }: v.InferOutput<typeof TicketBody>): Ticket => ({ id: String(id), url: `${address}/agent/tickets/${id}` });
  return {
    async check() {
      const { user: me } = await api("GET", "/api/v2/users/me.json", User);
      // Zendesk answers a wrong key here with an anonymous user.
      if (me.id === null) await api("GET", "/api/v2/tickets.json?page[size]=1", Many);
    },
    async find(key) {
      const { tickets } = await api("GET", `/api/v2/tickets.json?external_id=${encodeURIComponent(key)}`, Many);
      const found = tickets.find(({ external_id }) => external_id === key);
      return found ? ticketOf(found) : null;
    },
    async open({ key, title, post, note, urgent }) {
      const comment = { body: unrendered(`${post}\n\n${note}`), public: false };
      const ticket = { subject: unrendered(title), comment, external_id: key, tags: ["fanswer"], ...(urgent && { priority: "urgent" }) };
      return ticketOf((await api("POST", "/api/v2/tickets.json", One, { ticket }, { "idempotency-key": key })).ticket);
    },
    async hasNote(id, mark) {
      const { comments } = await api("GET", `/api/v2/tickets/${id}/comments.json?sort_order=desc`, Comments);
      return comments.some(({ body }) => body.includes(mark));
    },
    async note(id, text) {
      await api("PUT", `/api/v2/tickets/${id}.json`, One, { ticket: { comment: { body: unrendered(text), public: false } } });
    },
    async move(id, to) {
      await api("PUT", `/api/v2/tickets/${id}.json`, One, { ticket: { status: to === "closed" ? "solved" : "open" } });
    },
    async states(ids) {
      const { tickets } = await api("GET", `/api/v2/tickets/show_many.json?ids=${ids.join(",")}`, Many);
      const states = new Map<string, TicketState>(ids.map((id) => [id, "missing"]));
      for (const { id, status } of tickets) states.set(String(id), status === "solved" || status === "closed" ? "closed" : "open");
      return states;
    },
  };
}
