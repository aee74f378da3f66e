import { Served } from "./served.ts";

interface Ticket {
  readonly id: number;
  readonly title: string;
  readonly customer: string;
  state: string;
  readonly articles: { id: number; body: string; internal: boolean; type: string }[];
}

interface State {
  readonly name: string;
  readonly state_type: string;
  readonly active: boolean;
}

/** As it comes, with a state that its admin added. */
const shippedStates: readonly State[] = [
  { name: "new", state_type: "new", active: true },
  { name: "open", state_type: "open", active: true },
  { name: "closed", state_type: "closed", active: true },
  { name: "merged", state_type: "merged", active: true },
  { name: "closed successful", state_type: "closed", active: true },
  { name: "solved by the shop", state_type: "closed", active: true },
  { name: "closed for lunch", state_type: "open", active: true },
];

/** As an admin renamed them who speaks German. */
const ownStates: readonly State[] = [
  { name: "neu", state_type: "new", active: true },
  { name: "offen", state_type: "open", active: true },
  { name: "abgelegt", state_type: "closed", active: false },
  { name: "geschlossen", state_type: "closed", active: true },
];

/** Zammad's REST API: Users, Tickets, Search, Ticket Articles, Ticket States. */
export class ZammadServer extends Served {
  readonly token = "zammad-token-1";
  tickets: Ticket[] = [];
  states: readonly State[] = shippedStates;
  /** The name of the highest priority. */
  priority = "3 high";
  /** Without Elasticsearch it searches by SQL. */
  engine: "sql" | "elasticsearch" = "sql";

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
    app.get("/api/v1/ticket_states", (context) => context.json(this.states.map((state, index) => ({ id: index + 1, ...state }))));
    app.get("/api/v1/tickets/search", (context) => {
      const found = this.tickets.filter((ticket) => this.matches(ticket, context.req.query("query") ?? ""));
      if (context.req.query("expand") !== "true") return context.json({ tickets: found.map(({ id }) => id), assets: {} });
      return context.json(found.map(expanded));
    });
    app.post("/api/v1/tickets", async (context) => {
      const { title, group, customer_id, article, priority = this.priority } = await context.req.json();
      if (priority !== this.priority) return context.json({ error: `No lookup value found for 'priority': "${priority}"` }, 422);
      if (group !== "Social") return context.json({ error: "No lookup value found for 'group': \"Nowhere\"" }, 422);
      if (!title || !customer_id || !article?.body) return context.json({ error: "Missing required params" }, 422);
      const id = this.tickets.length + 1;
      const state = this.states.find(({ state_type }) => state_type === "new")?.name ?? "new";
      const made: Ticket = { id, title, customer: customer_id, state, articles: [{ id: id * 10, ...article }] };
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
      const { state } = await context.req.json();
      if (!this.states.some(({ name }) => name === state))
        return context.json({ error: `No lookup value found for 'state': "${state}"` }, 422);
      found.state = state;
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

  /** SQL takes the whole question, quotes and all, for a part of the text; Elasticsearch takes it apart into words, the last of which may go on. */
  private matches({ title }: Ticket, query: string): boolean {
    if (this.engine === "sql") return title.toLowerCase().includes(query.toLowerCase());
    const words = title.toLowerCase().split(/[^a-z0-9]+/);
    if (/^".*"$/.test(query))
      return ` ${words.join(" ")} `.includes(
        ` ${query
          .toLowerCase()
          .split(/[^a-z0-9]+/)
          .join(" ")
          .trim()} `,
      );
    // A question with a wildcard is not taken apart, so one with a hyphen finds no word.
    return words.some((word) => word.startsWith(query.toLowerCase()));
  }

  override forget(): void {
    this.tickets = [];
    this.states = shippedStates;
    this.priority = "3 high";
    this.engine = "sql";
  }

  renameStates(): void {
    this.states = ownStates;
    this.priority = "3 hoch";
  }

  close(state = "closed successful"): void {
    for (const ticket of this.tickets) ticket.state = state;
  }

  texts(): string[][] {
    return this.tickets.map(({ articles }) => articles.map(({ body }) => body));
  }

  isOpen(): boolean[] {
    const closed = this.states.filter(({ state_type }) => state_type === "closed" || state_type === "merged");
    return this.tickets.map(({ state }) => !closed.some(({ name }) => name === state));
  }
}
