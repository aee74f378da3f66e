import { renderLiquid } from "./liquid.ts";
import { Served } from "./served.ts";

interface Ticket {
  readonly id: number;
  readonly external_id: string | null;
  readonly subject: string;
  status: string;
  readonly priority: string | null;
  readonly comments: { body: string; public: boolean }[];
}

type Body = {
  ticket: { subject?: string; external_id?: string; priority?: string; status?: string; comment?: { body: string; public: boolean } };
};

type Comment = NonNullable<Body["ticket"]["comment"]>;

/** Placeholders in what agents write are filled in. */
const filledIn = (comment: Comment): Comment => ({ ...comment, body: renderLiquid(comment.body, false) });

/** Zendesk's Ticketing API: Tickets, Ticket Comments, Users, idempotency keys. */
export class ZendeskServer extends Served {
  readonly user = "fanswer@acme.example";
  readonly token = "zendesk-token-1";
  tickets: Ticket[] = [];
  private keys = new Map<string, Ticket>();

  constructor() {
    super();
    const { app } = this;
    const shown = ({ comments: _, ...ticket }: Ticket) => ({ ...ticket, url: `${this.address}/api/v2/tickets/${ticket.id}.json` });
    const find = (id: string) => this.tickets.find((ticket) => String(ticket.id) === id.replace(".json", ""));
    app.use("/api/*", async (context, next) => {
      const expected = `Basic ${Buffer.from(`${this.user}/token:${this.token}`).toString("base64")}`;
      if (context.req.header("authorization") !== expected) return context.json({ error: "Couldn't authenticate you" }, 401);
      if (!["GET", "HEAD"].includes(context.req.method) && context.req.header("content-type") !== "application/json")
        return context.text("Unsupported Media Type", 415);
      return next();
    });
    app.get("/api/v2/users/me.json", (context) => context.json({ user: { id: 35_436, role: "agent" } }));
    app.get("/api/v2/tickets.json", (context) => {
      const wanted = context.req.query("external_id");
      const found = this.tickets.filter(({ external_id }) => wanted === undefined || external_id === wanted);
      return context.json({ tickets: found.map(shown), next_page: null, previous_page: null, count: found.length });
    });
    app.post("/api/v2/tickets.json", async (context) => {
      const key = context.req.header("idempotency-key");
      const known = key === undefined ? undefined : this.keys.get(key);
      if (known) return context.json({ ticket: shown(known) }, 201, { "x-idempotency-lookup": "hit" });
      const { ticket } = (await context.req.json()) as Body;
      if (!ticket.comment?.body) return context.json({ error: "RecordInvalid", description: "Record validation errors" }, 422);
      const { subject = "", external_id = null, priority = null, comment } = ticket;
      const made: Ticket = { id: 100 + this.tickets.length, subject, external_id, priority, status: "new", comments: [filledIn(comment)] };
      this.tickets.push(made);
      if (key !== undefined) this.keys.set(key, made);
      return context.json({ ticket: shown(made) }, 201, { "x-idempotency-lookup": "miss" });
    });
    app.get("/api/v2/tickets/show_many.json", (context) => {
      const ids = context.req.query("ids")?.split(",") ?? [];
      const found = this.tickets.filter(({ id }) => ids.includes(String(id)));
      return context.json({ tickets: found.map(shown), count: found.length });
    });
    app.get("/api/v2/tickets/:id/comments.json", (context) => {
      const ticket = find(context.req.param("id"));
      return ticket ? context.json({ comments: ticket.comments.toReversed() }) : context.json({ error: "RecordNotFound" }, 404);
    });
    app.put("/api/v2/tickets/:id", async (context) => {
      const ticket = find(context.req.param("id"));
      if (!ticket) return context.json({ error: "RecordNotFound", description: "Not found" }, 404);
      if (ticket.status === "closed") return context.json({ error: "RecordInvalid", description: "closed prevents ticket update" }, 422);
      const { ticket: change } = (await context.req.json()) as Body;
      if (change.comment) ticket.comments.push(filledIn(change.comment));
      if (change.status) ticket.status = change.status;
      return context.json({ ticket: shown(ticket), audit: {} });
    });
  }

  override forget(): void {
    this.tickets = [];
    this.keys.clear();
  }

  close(status: "solved" | "closed" = "solved"): void {
    for (const ticket of this.tickets) ticket.status = status;
  }

  texts(): string[][] {
    return this.tickets.map(({ comments }) => comments.map(({ body }) => body));
  }

  isOpen(): boolean[] {
    return this.tickets.map(({ status }) => status !== "solved" && status !== "closed");
  }
}
