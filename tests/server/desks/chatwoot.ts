import { renderLiquid } from "./liquid.ts";
import { Served } from "./served.ts";

interface Contact {
  readonly id: number;
  readonly name: string;
  readonly identifier: string | null;
  readonly source_id: string;
  readonly inbox_id: number;
}

interface Conversation {
  readonly id: number;
  readonly contactId: number;
  status: string;
  readonly messages: { id: number; content: string; message_type: number; private: boolean }[];
}

/** Chatwoot's Application API: Profile, Contacts, Conversations, Messages; account 7, API inbox 3. */
export class ChatwootServer extends Served {
  readonly token = "chatwoot-token-1";
  contacts: Contact[] = [];
  conversations: Conversation[] = [];

  constructor() {
    super();
    const { app } = this;
    const root = "/api/v1/accounts/7";
    const inboxOf = ({ source_id, inbox_id }: Contact) => ({ source_id, inbox: { id: inbox_id, channel_type: "Channel::Api" } });
    const shown = (contact: Contact) => ({
      id: contact.id,
      name: contact.name,
      identifier: contact.identifier,
      contact_inboxes: [inboxOf(contact)],
    });
    const find = (id: string) => this.conversations.find((conversation) => String(conversation.id) === id);
    app.use("/api/*", async (context, next) => {
      if (context.req.header("api_access_token") !== this.token) return context.json({ error: "Invalid Access Token" }, 401);
      return next();
    });
    app.get("/api/v1/profile", (context) => context.json({ id: 1, name: "Fanswer", accounts: [{ id: 7 }] }));
    app.get(`${root}/contacts/search`, (context) => {
      const query = context.req.query("q") ?? "";
      const found = this.contacts.filter(({ name, identifier }) => name.includes(query) || identifier?.includes(query));
      return context.json({ meta: { count: found.length, current_page: "1" }, payload: found.map(shown) });
    });
    app.post(`${root}/contacts`, async (context) => {
      const { inbox_id, name, identifier = null } = await context.req.json();
      if (inbox_id !== 3) return context.json({ error: "Resource could not be found" }, 404);
      if (this.contacts.some((contact) => contact.identifier === identifier))
        return context.json({ message: "Identifier has already been taken", attributes: ["identifier"] }, 422);
      const id = 50 + this.contacts.length;
      const made: Contact = { id, name, identifier, inbox_id, source_id: `source-${id}` };
      this.contacts.push(made);
      return context.json({ payload: { contact: shown(made), contact_inbox: inboxOf(made) } });
    });
    app.get(`${root}/contacts/:id/conversations`, (context) => {
      const found = this.conversations.filter(({ contactId }) => String(contactId) === context.req.param("id"));
      return context.json({ payload: found.map(({ id, status }) => ({ id, status, messages: [] })) });
    });
    app.post(`${root}/conversations`, async (context) => {
      const { source_id, inbox_id, contact_id, status } = await context.req.json();
      const contact = this.contacts.find((each) => each.source_id === source_id && each.inbox_id === inbox_id && each.id === contact_id);
      if (!contact) return context.json({ error: "Resource could not be found" }, 404);
      const made: Conversation = { id: 900 + this.conversations.length, contactId: contact.id, status, messages: [] };
      this.conversations.push(made);
      return context.json({ id: made.id, account_id: 7, inbox_id });
    });
    app.get(`${root}/conversations/:id`, (context) => {
      const found = find(context.req.param("id"));
      return found ? context.json({ id: found.id, status: found.status }) : context.json({ error: "Resource could not be found" }, 404);
    });
    app.get(`${root}/conversations/:id/messages`, (context) => {
      const found = find(context.req.param("id"));
      return found ? context.json({ meta: {}, payload: found.messages.slice(-20) }) : context.json({ error: "not found" }, 404);
    });
    app.post(`${root}/conversations/:id/messages`, async (context) => {
      const found = find(context.req.param("id"));
      if (!found) return context.json({ error: "Resource could not be found" }, 404);
      const { content: sent, message_type, private: isPrivate } = await context.req.json();
      // What goes out is a template, private notes too; what comes in opens what was closed.
      const content = message_type === "incoming" ? sent : renderLiquid(sent, true);
      if (message_type === "incoming" && found.status === "resolved") found.status = "open";
      const made = { id: found.messages.length + 1, content, message_type: message_type === "incoming" ? 0 : 1, private: isPrivate };
      found.messages.push(made);
      return context.json(made);
    });
    app.post(`${root}/conversations/:id/toggle_status`, async (context) => {
      const found = find(context.req.param("id"));
      if (!found) return context.json({ error: "Resource could not be found" }, 404);
      found.status = (await context.req.json()).status;
      return context.json({ meta: {}, payload: { success: true, conversation_id: found.id, current_status: found.status } });
    });
  }

  override forget(): void {
    this.contacts = [];
    this.conversations = [];
  }

  close(): void {
    for (const conversation of this.conversations) conversation.status = "resolved";
  }

  /** Notes that the customer would see. */
  shownToCustomer(): string[] {
    return this.conversations.flatMap(({ messages }) => messages.filter((message) => !message.private).map(({ content }) => content));
  }

  texts(): string[][] {
    return this.conversations.map(({ messages }) => messages.map(({ content }) => content));
  }

  isOpen(): boolean[] {
    return this.conversations.map(({ status }) => status !== "resolved");
  }
}
