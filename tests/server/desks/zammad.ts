import { Served } from "./served.ts";

interface Ticket {
  readonly id: number;
  readonly title: string;
  readonly customer: string;
  state: string;
  readonly articles: { id: number; body: string; internal: boolean; type: string }[];
}

/** Zammad's REST API: Users, Tickets, Search, Ticket Articles. */
export class ZammadServer extends Served {
  readonly token = "zammad-token-1";
  tickets: Ticket[] = [];

  constructor() {
    super();
    const { app } = this;
    const shown = ({ id, title }: Ticket) => ({ id, title, number: `2200${id}`, state_id: 1 });
    const expanded = (ticket: Ticket) => ({ ...shown(ticket), state: ticket.state, group: "Social" });
    const find = (id: unknown) => this.tickets.find((ticket) => String(ticket.id) === String(id));
    app.use("/api/*", async (context, next) => {
      if (context.req.header("authorization") !== `Token token=${this.token}`)
        return context.json({ error: "Invalid token!", error_human: "Invalid token!" }, 401);
      return next();
    });
    app.get("/api/v1/users/me", (context) => context.json({ id: 3, login: "fanswer@acme.example" }));
    app.get("/api/v1/tickets/search", (context) => {
      const query = (context.req.query("query") ?? "").replaceAll('"', "");
      const found = this.tickets.filter(({ title }) => title.includes(query));
      if (context.req.query("expand") !== "true") return context.json({ tickets: found.map(({ id }) => id), assets: {} });
      return context.json(found.map(expanded));
    });
    app.post("/api/v1/tickets", async (context) => {
      const { title, group, customer_id, article } = await context.req.json();
      if (group !== "Social") return context.json({ error: "No lookup value found for 'group': \"Nowhere\"" }, 422);
      if (!title || !customer_id || !article?.body) return context.json({ error: "Missing required params" }, 422);
      const id = this.tickets.length + 1;
      const made: Ticket = { id, title, customer: customer_id, state: "new", articles: [{ id: id * 10, ...article }] };
      this.tickets.push(made);
      return context.json(shown(made), 201);
    });
    app.get("/api/v1/tickets/:id", (context) => {
      const found = find(context.req.param("id"));
      return found ? context.json(expanded(found)) : context.json({ error: "Couldn't find Ticket with 'id'=9" }, 404);
    });
    app.put("/api/v1/tickets/:id", async (context) => {
      const found = find(context.req.param("id"));
      if (!found) return context.json({ error: "Couldn't find Ticket" }, 404);
      found.state = (await context.req.json()).state;
      return context.json(shown(found));
    });
    app.get("/api/v1/ticket_articles/by_ticket/:id", (context) => context.json(find(context.req.param("id"))?.articles ?? []));
    app.post("/api/v1/ticket_articles", async (context) => {
      const { ticket_id, body, internal, type } = await context.req.json();
      const found = find(ticket_id);
      if (!found) return context.json({ error: "Couldn't find Ticket" }, 404);
      const made = { id: ticket_id * 10 + found.articles.length, body, internal, type };
      found.articles.push(made);
      return context.json({ ...made, ticket_id }, 201);
    });
  }

  override forget(): void {
    this.tickets = [];
  }

  close(): void {
    for (const ticket of this.tickets) ticket.state = "closed";
  }

  texts(): string[][] {
    return this.tickets.map(({ articles }) => articles.map(({ body }) => body));
  }

  isOpen(): boolean[] {
    return this.tickets.map(({ state }) => state !== "closed");
  }
}
