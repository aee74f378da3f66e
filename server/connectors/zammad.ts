import * as v from "valibot";
import type { Target } from "../../lib/schema/integration.ts";
import { CallError, type Outbound } from "../egress/outbound.ts";
import { type Desk, jsonApi, statesOneByOne, type Ticket } from "./desk.ts";
import { zammadStates } from "./zammad-states.ts";

const TicketBody = v.object({ id: v.number(), title: v.string() });
const Expanded = v.object({ ...TicketBody.entries, state: v.string() });
const Article = v.object({ id: v.number() });
const Articles = v.array(v.object({ body: v.string() }));
const User = v.object({ id: v.number() });

const isRefusal = (thrown: unknown): boolean => thrown instanceof CallError && thrown.problem === "refused";

/**
 * Zammad's REST API (docs.zammad.org: Ticket, Ticket Article, Search). It knows no key of ours, so the key stands at the end of the title.
 * Its search has two engines: Elasticsearch looks for words, plain SQL for the question as it is sent, quotes and all. Only one word of
 * the key is found by both; whether the title holds the whole key is looked at here. The index lags by seconds: a lost opening is
 * searched for a minute later.
 */
export function zammad(call: Outbound, { address, group, customer }: Extract<Target, { kind: "zammad" }>, token: string): Desk {
  const api = jsonApi(call, address, { authorization: `Token token=${token}` });
  const states = zammadStates(api);
  const ticketOf = ({ id }: { id: number }): Ticket => ({ id: String(id), url: `${address}/#ticket/zoom/${id}` });
  const note = (text: string) => ({ body: text, type: "note", content_type: "text/plain", internal: true });
  return {
    async check() {
      await api("GET", "/api/v1/users/me", User);
    },
    async find(key) {
      const word = key.slice(key.lastIndexOf("-") + 1);
      const found = await api("GET", `/api/v1/tickets/search?query=${encodeURIComponent(word)}&limit=10&expand=true`, v.array(TicketBody));
      const ours = found.find(({ title }) => title.includes(`[${key}]`));
      return ours ? ticketOf(ours) : null;
    },
    async open({ key, title, post, note: rest, urgent }) {
      const article = { subject: title, ...note(`${post}\n\n${rest}`) };
      // "guess:" has Zammad take the customer with this address, or make one.
      const body = { title: `${title} [${key}]`, group, customer_id: `guess:${customer}`, article };
      const create = (more: object) => api("POST", "/api/v1/tickets", TicketBody, { ...body, ...more });
      if (!urgent) return ticketOf(await create({}));
      // Priorities have the names that an admin gave them; a ticket without one is better than none.
      return ticketOf(await create({ priority: "3 high" }).catch((thrown) => (isRefusal(thrown) ? create({}) : Promise.reject(thrown))));
    },
    async hasNote(id, mark) {
      const articles = await api("GET", `/api/v1/ticket_articles/by_ticket/${id}`, Articles);
      return articles.some(({ body }) => body.includes(mark));
    },
    async note(id, text) {
      await api("POST", "/api/v1/ticket_articles", Article, { ticket_id: Number(id), subject: "Fanswer", ...note(text) });
    },
    move: (id, to) =>
      states.named(to, async (state) => {
        await api("PUT", `/api/v1/tickets/${id}`, TicketBody, { state });
      }),
    states: (ids) =>
      statesOneByOne(ids, async (id) => {
        const { state } = await api("GET", `/api/v1/tickets/${id}?expand=true`, Expanded);
        return states.isClosed(state);
      }),
  };
}
